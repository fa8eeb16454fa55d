import type { Fix } from '../../lint/rule.ts';
import { quote } from '../../text/quote.ts';
import { Inherited } from '../model/inherited.ts';
import type { PathArgument } from '../model/instructions.ts';
import { isAbsolutePath } from '../model/paths.ts';
import { unquote } from '../model/quotes.ts';
import type { Stage } from '../model/stage.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const copyRelativeWithoutWorkdir = dockerfileRule({
  id: 'copy-relative-without-workdir',
  summary: 'COPY to a relative path comes behind a WORKDIR.',
  why: 'Without one the files land wherever the base image happens to have its working directory.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3045'],
  examples: [
    { bad: 'FROM debian:12\nCOPY app «app»\n', good: 'FROM debian:12\nCOPY app /app\n' },
    { bad: 'FROM debian:12\nCOPY app «.»\n', good: 'FROM debian:12\nWORKDIR /srv\nCOPY app .\n', unfixed: true },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    const hasWorkdir = new Inherited(false, options.exact);
    let told: Stage | undefined;
    for (const instruction of file.model.select('FROM', 'WORKDIR', 'COPY')) {
      if (instruction.keyword === 'FROM') hasWorkdir.enter(instruction);
      else if (instruction.keyword === 'WORKDIR') hasWorkdir.value = true;
      if (instruction.keyword !== 'COPY' || hasWorkdir.value) continue;
      const { destination } = instruction;
      if (destination === undefined || isAbsolutePath(unquote(destination.text))) continue;
      // One WORKDIR answers all of a stage.
      if (!options.exact && told !== undefined && told === instruction.stage) continue;
      told = instruction.stage;
      reportOnce(instruction, {
        at: destination.span,
        message: `${quote(unquote(destination.text))} is relative, and no WORKDIR says to what. Set WORKDIR or write the whole path.`,
        fixes: () => [fix(destination)],
      });
    }
  },
});

function fix({ source }: PathArgument): Fix {
  const { text } = source;
  const start = /^["']*/.exec(text)?.[0].length ?? 0;
  const relative = /^(?:\.\/)*(?:\.(?=["']*$))?/.exec(text.slice(start))?.[0] ?? '';
  const at = { start: source.at(start), end: source.at(start) + relative.length };
  return { title: "Begin the path with '/'", safe: false, edits: [{ at, newText: '/' }] };
}
