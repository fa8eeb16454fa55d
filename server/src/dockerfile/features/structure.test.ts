import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type DocumentSymbol, SymbolTag } from 'vscode-languageserver-types';
import { codeLens } from './codeLens.ts';
import { folding } from './folding.ts';
import { selectionRanges } from './selectionRanges.ts';
import { symbols } from './symbols.ts';
import { atCursor, halfTyped, samples, testFile, testUri, withMarks } from './testing.ts';

function outline(found: readonly DocumentSymbol[], indent = ''): string {
  return found
    .map(({ name, detail, children }) => `${indent}${name} (${detail})\n${outline(children ?? [], `${indent}  `)}`)
    .join('');
}

describe('symbols', () => {
  it('nest instructions in stages', () => {
    assert.equal(
      outline(
        symbols(
          testFile(
            '# escape=\\\nARG V=1 W\nFROM a:$V AS b\nRUN x \\\n  y\nENV A=1 B="c d"\nFROM b\nLABEL l=1\nCOPY <<EOF /x\nEOF\nFOO\nONBUILD RUN y\n',
          ),
        ),
      ),
      `escape (\\)
V (ARG = 1)
W (ARG)
b (FROM a:$V)
  RUN (x y)
  A (ENV = 1)
  B (ENV = "c d")
b (stage 1)
  l (LABEL = 1)
  COPY (<<EOF /x)
    EOF (heredoc)
  FOO ()
  ONBUILD (RUN y)
`,
    );
  });

  it('mark what is deprecated', () => {
    const [stage] = symbols(testFile('FROM a\nMAINTAINER me\n'));
    assert.deepEqual(stage?.children?.[0]?.tags, [SymbolTag.Deprecated]);
  });

  it('have names, and hold their selections and children, also in half-typed files', function () {
    this.timeout(20_000);
    for (const text of halfTyped) {
      const file = testFile(text);
      const check = (found: readonly DocumentSymbol[], start: number, end: number) => {
        for (const { name, range, selectionRange, children } of found) {
          assert.notEqual(name, '');
          const from = file.lines.offset(range.start);
          const to = file.lines.offset(range.end);
          assert.ok(start <= from && to <= end, `${name} is not inside its parent`);
          const selection = [file.lines.offset(selectionRange.start), file.lines.offset(selectionRange.end)];
          assert.ok(from <= (selection[0] ?? -1) && (selection[1] ?? Infinity) <= to, `${name} does not hold its name`);
          check(children ?? [], from, to);
        }
      };
      check(symbols(file), 0, text.length);
    }
  });
});

describe('folding', () => {
  function folds(text: string): string[] {
    return folding(testFile(text)).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
    );
  }

  it('folds stages, instructions, heredocs, comments and regions', () => {
    assert.deepEqual(
      folds(
        [
          /* 0 */ '# one',
          /* 1 */ '# two',
          /* 2 */ 'FROM a',
          /* 3 */ '# region x',
          /* 4 */ 'RUN a \\',
          /* 5 */ '  b <<EOF',
          /* 6 */ 'x',
          /* 7 */ 'EOF',
          /* 8 */ '# endregion',
          /* 9 */ '',
          /* 10 */ '# three',
          /* 11 */ '',
          /* 12 */ '# four',
          /* 13 */ '# five',
          /* 14 */ 'FROM b',
        ].join('\n'),
      ),
      ['2-7', '0-1 comment', '4-7', '5-7', '3-8 region', '12-13 comment'],
    );
  });

  it('folds nothing that is one line', () => {
    assert.deepEqual(folds('# a\nFROM a\n\n# endregion\n# region\n'), []);
  });

  it('stays inside half-typed files', function () {
    this.timeout(20_000);
    for (const sample of samples) {
      for (let length = 0; length <= sample.length; length++) {
        const file = testFile(sample.slice(0, length));
        for (const { startLine, endLine } of folding(file))
          assert.ok(startLine < endLine && endLine < file.lines.count);
      }
    }
  });
});

describe('selection ranges', () => {
  /** The texts that the selection grows through. */
  function grown(marked: string): string[] {
    const { file, offset } = atCursor(marked);
    const found: string[] = [];
    for (let range = selectionRanges(file, [offset])[0]; range !== undefined; range = range.parent) {
      found.push(file.text.slice(file.lines.offset(range.range.start), file.lines.offset(range.range.end)));
    }
    return found;
  }

  it('grow from the part of an image to the file', () => {
    assert.deepEqual(grown('FROM ghcr.io/a/b:1‸.2 AS x\nRUN y\n'), [
      '1.2',
      'ghcr.io/a/b:1.2',
      'ghcr.io/a/b:1.2 AS x',
      'FROM ghcr.io/a/b:1.2 AS x',
      'FROM ghcr.io/a/b:1.2 AS x\nRUN y',
      'FROM ghcr.io/a/b:1.2 AS x\nRUN y\n',
    ]);
  });

  it('grow through mounts and flags', () => {
    assert.deepEqual(grown('FROM a\nRUN --mount=type=cache,target=/ro‸ot x').slice(0, 4), [
      '/root',
      'target=/root',
      'type=cache,target=/root',
      '--mount=type=cache,target=/root',
    ]);
  });

  it('grow through the shell', () => {
    assert.deepEqual(grown('FROM a\nRUN a && echo "x $(date -‸u)" | b').slice(0, 9), [
      '-u',
      'date -u',
      '$(date -u)',
      'x $(date -u)',
      '"x $(date -u)"',
      'echo "x $(date -u)"',
      'echo "x $(date -u)" | b',
      'a && echo "x $(date -u)" | b',
      'RUN a && echo "x $(date -u)" | b',
    ]);
  });

  it('grow through pairs, exec form and heredocs', () => {
    assert.deepEqual(grown('FROM a\nENV A=b C="d ‸e"').slice(0, 3), ['"d e"', 'C="d e"', 'A=b C="d e"']);
    assert.deepEqual(grown('FROM a\nCMD ["a", "b ‸c"]').slice(0, 3), ['b c', '"b c"', '["a", "b c"]']);
    assert.deepEqual(grown('FROM a\nCOPY <<E /x\na\nb‸\nE\n').slice(0, 4), [
      'b',
      'a\nb\n',
      'a\nb\nE',
      'COPY <<E /x\na\nb\nE',
    ]);
  });

  it('nest at every offset of every sample', function () {
    this.timeout(20_000);
    for (const sample of samples) {
      const file = testFile(sample);
      const offsets = Array.from({ length: sample.length + 1 }, (_, offset) => offset);
      selectionRanges(file, offsets).forEach((found, offset) => {
        let inner = { start: offset, end: offset };
        for (let range: typeof found | undefined = found; range !== undefined; range = range.parent) {
          const outer = { start: file.lines.offset(range.range.start), end: file.lines.offset(range.range.end) };
          assert.ok(outer.start <= inner.start && inner.end <= outer.end);
          inner = outer;
        }
      });
    }
  });
});

describe('code lens', () => {
  function lenses(text: string): string[] {
    return codeLens(testFile(text)).map(
      ({ range, command }) =>
        `${range.start.line}: ${command?.title} ${command?.command} ${command?.arguments?.slice(1)}`,
    );
  }

  it('offers to build, run, and build up to a stage', () => {
    assert.deepEqual(lenses('ARG V\nFROM a AS Base\nFROM b\nFROM c AS d\nFROM e AS last\n'), [
      '1: Build dockwright.build ',
      '1: Run dockwright.run ',
      "1: Build to 'Base' dockwright.build base",
      "3: Build to 'd' dockwright.build d",
    ]);
    assert.equal(codeLens(testFile('FROM a\n'))[0]?.command?.arguments?.[0], testUri);
  });

  it('offers no target that would mean another stage', () => {
    assert.deepEqual(lenses('FROM a AS x\nFROM b AS X\nFROM c\n').slice(2), ["1: Build to 'X' dockwright.build x"]);
    assert.deepEqual(lenses('FROM a AS 1x\nFROM c\n').slice(2), []);
    assert.deepEqual(lenses('ARG A\n'), []);
  });

  it('stands on the FROM word', () => {
    const file = testFile('FROM a\n');
    assert.equal(
      withMarks(file, [
        codeLens(file)[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      ]),
      '«FROM» a\n',
    );
  });
});
