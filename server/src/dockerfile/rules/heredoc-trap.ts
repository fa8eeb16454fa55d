import { quote } from '../../text/quote.ts';
import { type Instruction, triggered } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

/** How far back the line is looked for that was meant to begin a heredoc. */
const FURTHEST = 200;

export const heredocTrap = dockerfileRule({
  id: 'heredoc-trap',
  summary: 'A heredoc is written so that a build sees it.',
  why: 'A build, unlike a shell, wants a blank before the sign, even quotes on the line, and RUN, COPY or ADD. Otherwise it takes the lines of the text for instructions.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'FROM alpine\nRUN cat«<<EOF» > /motd\nhello\nEOF\n',
      good: 'FROM alpine\nRUN cat <<EOF > /motd\nhello\nEOF\n',
    },
    {
      bad: "FROM alpine\nRUN echo it's «<<EOF»\nhello\nEOF\n",
      good: 'FROM alpine\nRUN echo its <<EOF\nhello\nEOF\n',
      unfixed: true,
    },
    {
      bad: 'FROM alpine\nCMD «<<EOF»\necho hello\nEOF\n',
      good: 'FROM alpine\nRUN <<EOF\necho hello\nEOF\n',
      unfixed: true,
    },
  ],
  check({ model }, report) {
    for (const end of model.all('UNKNOWN')) {
      const name = end.node.head.text;
      if (!/^[\w.-]+$/.test(name) || name.length > 100) continue;
      const found = findBeginning(model.instructions, model.instructions.indexOf(end), name);
      if (found === undefined) continue;
      const { instruction, start, length } = found;
      const { head } = instruction.node;
      const at = head.span(start, start + length);
      const isGlued = start > 0 && !/\s/.test(head.text.charAt(start - 1));
      report({
        at,
        message: `This begins no heredoc, so the lines below are taken for instructions. ${advice(instruction, isGlued)}`,
        related: [{ at: end.keywordSpan, message: `${quote(name)} was meant to end it.` }],
        ...(isGlued &&
          takesHeredocs(instruction) && {
            fixes: () => [
              {
                title: 'Insert a blank',
                safe: false,
                edits: [{ at: { start: at.start, end: at.start }, newText: ' ' }],
              },
            ],
          }),
      });
    }
  },
});

function takesHeredocs(instruction: Instruction): boolean {
  const own = triggered(instruction);
  return own?.keyword === 'RUN' || own?.keyword === 'COPY' || own?.keyword === 'ADD';
}

function advice(instruction: Instruction, isGlued: boolean): string {
  if (!takesHeredocs(instruction)) return 'Only RUN, COPY and ADD take heredocs.';
  return isGlued ? "Put a blank before '<<'." : 'Close the quote that is open on this line.';
}

/** The nearest line above that has `<<name` and is not taken for a heredoc of that name. */
function findBeginning(
  instructions: readonly Instruction[],
  order: number,
  name: string,
): { instruction: Instruction; start: number; length: number } | undefined {
  for (let index = order - 1; index >= 0 && index > order - FURTHEST; index--) {
    const instruction = instructions[index];
    const text = instruction?.node.head.text;
    if (instruction === undefined || text === undefined || !text.includes('<<')) continue;
    if (instruction.heredocs.some((heredoc) => heredoc.name === name)) return undefined;
    const marker = /<<-?\s*(["']?)([\w.-]+)\1/g;
    for (let match = marker.exec(text); match !== null; match = marker.exec(text)) {
      if (match[2] === name && text.charAt(match.index - 1) !== '<')
        return { instruction, start: match.index, length: match[0].length };
    }
  }
  return undefined;
}
