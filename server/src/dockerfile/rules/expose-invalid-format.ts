import { quote } from '../../text/quote.ts';
import { exposedPorts } from '../model/ports.ts';
import { dockerfileRule } from '../rule.ts';

export const exposeInvalidFormat = dockerfileRule({
  id: 'expose-invalid-format',
  summary: 'EXPOSE names ports of the container alone.',
  why: "A build ignores addresses and host ports: they are given when the container starts, with 'docker run --publish'.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/ExposeInvalidFormat'],
  examples: [
    { bad: 'FROM alpine\nEXPOSE «127.0.0.1:80:»8080\n', good: 'FROM alpine\nEXPOSE 8080\n' },
    { bad: 'FROM alpine\nEXPOSE 443 «5000:»5000/udp\n', good: 'FROM alpine\nEXPOSE 443 5000/udp\n' },
  ],
  check({ model }, report) {
    for (const expose of model.all('EXPOSE')) {
      for (const { port, isLiteral, span } of exposedPorts(expose, (text) => model.valueOf(text))) {
        if (port.kind === 'problem' || port.prefix === undefined) continue;
        const at = span(port.prefix);
        report({
          at,
          message: `EXPOSE ignores ${quote(port.prefix.text)}. Name the container port alone.`,
          ...(isLiteral && {
            fixes: () => [{ title: 'Keep the container port alone', safe: true, edits: [{ at, newText: '' }] }],
          }),
        });
      }
    }
  },
});
