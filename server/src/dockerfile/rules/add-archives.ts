import { unpackedFiles } from '../../shell/archives.ts';
import { quote } from '../../text/quote.ts';
import { archiveSuffix, tarSuffix } from '../model/archives.ts';
import type { Copy, PathArgument } from '../model/instructions.ts';
import { unquote } from '../model/quotes.ts';
import { dockerfileRule, executionsOf } from '../rule.ts';

export const addArchives = dockerfileRule({
  id: 'add-archives',
  summary: 'An archive of the build context is unpacked with ADD, not copied first and unpacked later.',
  why: 'ADD unpacks tar archives by itself; the copied archive would stay in its layer for good.',
  category: 'size',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3010'],
  examples: [
    {
      bad: 'FROM debian:12\nCOPY «app.tar.gz» /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /opt\n',
      good: 'FROM debian:12\nADD app.tar.gz /opt/\n',
    },
  ],
  check(file, report, options) {
    const executions = executionsOf(file, options);
    const copied = new Map<string, { copy: Copy; path: PathArgument }>();
    let found: { copy: Copy; path: PathArgument }[] = [];
    for (const instruction of file.model.instructions) {
      if (instruction.keyword === 'FROM') {
        copied.clear();
        // hadolint forgets what it found in earlier stages.
        if (options.exact) found = [];
      } else if (instruction.keyword === 'COPY' && instruction.from === undefined) {
        for (const [name, path] of archivesOf(instruction, options.exact))
          copied.set(name, { copy: instruction, path });
      } else if (instruction.keyword === 'RUN' && copied.size > 0) {
        for (const path of unpackedFiles(executions.scriptOf(instruction), options.exact)) {
          const name = baseName(path);
          const entry = copied.get(name);
          if (entry === undefined) continue;
          found.push(entry);
          copied.delete(name);
        }
      }
    }
    for (const { copy, path } of found) {
      const { lines } = file;
      const isFirstLine = lines.lineAt(path.span.start) === lines.lineAt(copy.keywordSpan.start);
      report({
        at: options.exact && !isFirstLine ? copy.keywordSpan : path.span,
        message: `${quote(unquote(path.text))} is copied and then unpacked. Unpack it with ADD.`,
      });
    }
  },
});

/** Names under which archives lie in the image. */
function archivesOf(copy: Copy, exact: boolean): [name: string, path: PathArgument][] {
  const suffix = exact ? archiveSuffix : tarSuffix;
  const { destination, sources } = copy;
  if (destination !== undefined && suffix.test(unquote(destination.text)))
    return [[baseName(destination.text), destination]];
  return sources.filter(({ text }) => suffix.test(unquote(text))).map((path) => [baseName(path.text), path]);
}

function baseName(path: string): string {
  const bare = unquote(path);
  return unquote(bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\')) + 1));
}
