import { dockerfileRule, reportIn } from '../rule.ts';

export const maintainerDeprecated = dockerfileRule({
  id: 'maintainer-deprecated',
  summary: 'The author is given by a label, not by MAINTAINER.',
  why: 'MAINTAINER is deprecated. A label can be read, overridden and searched like any other.',
  category: 'deprecation',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/MaintainerDeprecated', 'hadolint/DL4000'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM alpine\n«MAINTAINER Ada Lovelace <ada@example.com>»\n',
      good: 'FROM alpine\nLABEL org.opencontainers.image.authors="Ada Lovelace <ada@example.com>"\n',
    },
    {
      bad: 'FROM alpine\n«maintainer "Ada"»\n',
      good: 'FROM alpine\nlabel org.opencontainers.image.authors="Ada"\n',
    },
  ],
  check(file, report, options) {
    const put = reportIn(file, report, options);
    for (const instruction of file.model.all('MAINTAINER')) {
      const { node, span: at } = instruction;
      const isLower = node.keywordText === node.keywordText.toLowerCase();
      const name = unquoted(instruction.value.text);
      put(instruction, {
        at,
        message: "'MAINTAINER' is deprecated. Use the label 'org.opencontainers.image.authors'.",
        tag: 'deprecated',
        ...(node.innerComments.length === 0 &&
          name !== '' && {
            fixes: () => [
              {
                title: 'Replace with a label',
                safe: true,
                edits: [
                  {
                    at,
                    newText: `${isLower ? 'label' : 'LABEL'} org.opencontainers.image.authors="${escaped(name, node.escape)}"`,
                  },
                ],
              },
            ],
          }),
      });
    }
  },
});

function unquoted(text: string): string {
  const inside = /^"([^"]*)"$|^'([^']*)'$/.exec(text);
  return inside?.[1] ?? inside?.[2] ?? text;
}

/** MAINTAINER takes its text literally, LABEL expands. */
function escaped(text: string, escapeCharacter: string): string {
  let result = '';
  for (const character of text) {
    if (character === '"' || character === '$' || character === escapeCharacter) result += escapeCharacter;
    result += character;
  }
  return result;
}
