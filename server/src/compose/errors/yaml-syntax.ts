import type { Fix } from '../../lint/rule.ts';
import type { Span } from '../../text/span.ts';
import type { ComposeFile } from '../model/file.ts';
import { quoted } from '../model/plain.ts';
import { composeError } from './error.ts';

export const yamlSyntax = composeError({
  id: 'yaml-syntax',
  summary: 'A Compose file must be valid YAML.',
  why: 'Compose reads nothing of a file that is not valid YAML, and what an editor makes of the rest is guesswork.',
  examples: [
    { bad: 'services:\n  web:\n    image: «"nginx:1.27»\n', good: 'services:\n  web:\n    image: "nginx:1.27"\n' },
    { bad: 'services:\n  web:\n«\t»image: nginx:1.27\n', good: 'services:\n  web:\n    image: nginx:1.27\n' },
    {
      bad: 'services:\n  web:\n    image: «*base»\n',
      good: 'x-image: &base nginx:1.27\nservices:\n  web:\n    image: *base\n',
    },
  ],
  check(file, report) {
    for (const { kind, at, message } of file.tree.problems) {
      if (kind === 'duplicate-key') continue;
      report({
        at,
        message,
        ...(kind === 'tab' && { fixes: () => [withoutTabs(file)] }),
        ...(kind === 'alias' && { fixes: () => [asString(file, at)] }),
      });
    }
  },
});

/** `*.go` is meant as a pattern. */
function asString({ text }: ComposeFile, at: Span): Fix {
  const written = text.slice(at.start, at.end);
  return { title: `Quote '${written}'`, safe: false, edits: [{ at, newText: quoted(written) }] };
}

function withoutTabs(file: ComposeFile): Fix {
  const edits = [];
  for (let line = 0; line < file.lines.count; line++) {
    const { start, end } = file.lines.span(line);
    let blank = start;
    while (blank < end && (file.text[blank] === ' ' || file.text[blank] === '\t')) blank++;
    const indent = file.text.slice(start, blank);
    if (indent.includes('\t')) edits.push({ at: { start, end: blank }, newText: indent.replaceAll('\t', '  ') });
  }
  return { title: 'Indent with spaces', safe: true, edits };
}
