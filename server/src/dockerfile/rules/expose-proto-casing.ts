import { quote } from '../../text/quote.ts';
import { exposedPorts } from '../model/ports.ts';
import { dockerfileRule } from '../rule.ts';

export const exposeProtoCasing = dockerfileRule({
  id: 'expose-proto-casing',
  summary: 'Protocols in EXPOSE are written in lower case.',
  why: 'They are stored in lower case, and other tools compare them so.',
  category: 'style',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/ExposeProtoCasing'],
  examples: [{ bad: 'FROM alpine\nEXPOSE 53/«UDP» 80/tcp\n', good: 'FROM alpine\nEXPOSE 53/udp 80/tcp\n' }],
  check({ model }, report) {
    for (const expose of model.all('EXPOSE')) {
      for (const { port, isLiteral, span } of exposedPorts(expose, (text) => model.valueOf(text))) {
        if (port.kind === 'problem' || port.protocol === undefined) continue;
        const newText = port.protocol.text.toLowerCase();
        if (port.protocol.text === newText) continue;
        const at = span(port.protocol);
        report({
          at,
          message: `The protocol ${quote(port.protocol.text)} is not in lower case. Write '${newText}'.`,
          ...(isLiteral && {
            fixes: () => [{ title: `Replace with '${newText}'`, safe: true, edits: [{ at, newText }] }],
          }),
        });
      }
    }
  },
});
