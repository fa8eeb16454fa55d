import { quote } from '../../text/quote.ts';
import { remoteSource } from '../model/sources.ts';
import { dockerfileRule } from '../rule.ts';

export const addWithoutChecksum = dockerfileRule({
  id: 'add-without-checksum',
  summary: 'ADD of a URL has a checksum.',
  why: 'With one the build fails when the server sends something else, and knows without asking the server that nothing changed.',
  category: 'security',
  severity: 'info',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM alpine\nADD «https://example.com/tool.tar.gz» /opt/\n',
      good: 'FROM alpine\nADD --checksum=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef https://example.com/tool.tar.gz /opt/\n',
    },
  ],
  check({ model }, report) {
    for (const add of model.all('ADD')) {
      if (add.flag('checksum') !== undefined) continue;
      for (const { source, span, text, heredoc } of add.sources) {
        if (heredoc !== undefined || remoteSource(model.valueOf(source) ?? text) !== 'http') continue;
        report({
          at: span,
          message: `Nothing checks what ${quote(text)} sends. Add '--checksum=sha256:…'.`,
        });
      }
    }
  },
});
