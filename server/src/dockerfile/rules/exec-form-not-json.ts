import type { MappedText } from '../../text/mappedText.ts';
import { jsonArray, misspeltArray } from '../model/execForm.ts';
import { type Instruction, triggered } from '../model/instructions.ts';
import { instructionRule } from '../rule.ts';

export const execFormNotJson = instructionRule({
  id: 'exec-form-not-json',
  summary: 'What looks like a JSON array is one.',
  why: 'A build takes an array with single quotes, a missing comma or one too many for plain text, without a word: a shell runs it, or its words become paths.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  near: ['buildkit/JSONArgsRecommended', 'hadolint/DL3025'],
  examples: [
    { bad: "FROM alpine\nRUN «['apk', 'add', 'curl']»\n", good: 'FROM alpine\nRUN ["apk", "add", "curl"]\n' },
    { bad: 'FROM alpine\nCOPY «["a b", "/c",]»\n', good: 'FROM alpine\nCOPY ["a b", "/c"]\n' },
    {
      bad: 'FROM alpine\nHEALTHCHECK CMD «["curl" "localhost"]»\n',
      good: 'FROM alpine\nHEALTHCHECK CMD ["curl", "localhost"]\n',
    },
  ],
  checkStatement(instruction, _, report) {
    const text = arrayText(triggered(instruction));
    const words = text && misspeltArray(text.text);
    if (text === undefined || words === undefined) return;
    const at = text.span(0, text.text.length);
    report({
      at,
      message:
        'This is no valid JSON, so it is not taken for an array. Use double quotes, and commas between the words alone.',
      fixes: () => [{ title: 'Write as a JSON array', safe: false, edits: [{ at, newText: jsonArray(words) }] }],
    });
  },
});

/** Arguments that begin with a bracket and are no array. */
function arrayText(instruction: Instruction | undefined): MappedText | undefined {
  switch (instruction?.keyword) {
    case 'ADD':
    case 'CMD':
    case 'COPY':
    case 'ENTRYPOINT':
    case 'RUN':
    case 'VOLUME': {
      const text = instruction.node.arguments;
      return text.text.startsWith('[') && instruction.node.json === undefined ? text : undefined;
    }
    case 'HEALTHCHECK':
      return instruction.command.text.startsWith('[') && instruction.exec === undefined
        ? instruction.command
        : undefined;
    default:
      return undefined;
  }
}
