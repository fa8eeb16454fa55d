import type { Fix } from '../../lint/rule.ts';
import { quote } from '../../text/quote.ts';
import { archiveSuffix } from '../model/archives.ts';
import type { Add, PathArgument } from '../model/instructions.ts';
import { unquote } from '../model/quotes.ts';
import { remoteSource } from '../model/sources.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const copyInsteadOfAdd = dockerfileRule({
  id: 'copy-instead-of-add',
  summary: 'Plain files and directories are copied with COPY, not ADD.',
  why: 'ADD also downloads and unpacks, so one has to look twice at what it does; COPY only copies.',
  category: 'style',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3020'],
  severityIn: { hadolint: 'error' },
  examples: [
    { bad: 'FROM debian:12\n«ADD» app /app\n', good: 'FROM debian:12\nCOPY app /app\n' },
    {
      bad: 'FROM debian:12\n«ADD» app.tar.gz app.zip /app/\n',
      good: 'FROM debian:12\nADD app.tar.gz https://example.com/file /app/\n',
      unfixed: true,
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const add of file.model.all('ADD')) {
      const sources = add.sources.map(kindOf);
      const plain = add.sources.find((source, index) =>
        options.exact ? isPlainForHadolint(source) : sources[index] === 'plain',
      );
      if (plain === undefined || (!options.exact && needsAdd(add))) continue;
      reportOnce(add, {
        at: add.keywordSpan,
        message: `${quote(unquote(plain.text))} is only copied. Use COPY.`,
        fixes: () => (sources.every((kind) => kind === 'plain') && !needsAdd(add) ? [fix(add)] : []),
      });
    }
  },
});

function isPlainForHadolint({ text }: PathArgument): boolean {
  const source = unquote(text);
  return !archiveSuffix.test(source) && !/^https?:\/\//.test(source);
}

/** What ADD does with a source; `unknown` when that depends on a variable. */
function kindOf({ text, heredoc }: PathArgument): 'plain' | 'special' | 'unknown' {
  if (heredoc !== undefined) return 'plain';
  const source = unquote(text);
  if (source.includes('$')) return 'unknown';
  if (archiveSuffix.test(source) || mayMatchArchive(source)) return 'special';
  return remoteSource(source) === undefined ? 'plain' : 'special';
}

/** A pattern that leaves open what kind of files it finds. */
function mayMatchArchive(text: string): boolean {
  const name = text.slice(text.lastIndexOf('/') + 1);
  return /[*?[]/.test(name.slice(Math.max(0, name.lastIndexOf('.'))));
}

function needsAdd({ flags }: Add): boolean {
  return flags.some(({ name }) => ['checksum', 'keep-git-dir', 'unpack'].includes(name));
}

function fix(add: Add): Fix {
  const newText = add.node.keywordText === 'add' ? 'copy' : 'COPY';
  return { title: 'Use COPY', safe: true, edits: [{ at: add.keywordSpan, newText }] };
}
