import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { RenameError } from '../../language.ts';
import { applyEdits } from '../../text/edit.ts';
import { prepareRename, rename } from './rename.ts';
import { atCursor, samples, testFile, testUri } from './testing.ts';

function renamed(marked: string, newName: string): string {
  const { file, offset } = atCursor(marked);
  const edits = rename(file, offset, newName)?.changes?.[testUri] ?? [];
  return applyEdits(
    file.text,
    edits.map(({ range, newText }) => ({
      at: { start: file.lines.offset(range.start), end: file.lines.offset(range.end) },
      newText,
    })),
  );
}

function refuses(marked: string, newName: string, message: RegExp): void {
  assert.throws(
    () => renamed(marked, newName),
    (error: unknown) => error instanceof RenameError && message.test(error.message),
  );
}

function placeholder(marked: string): string | undefined {
  const { file, offset } = atCursor(marked);
  return prepareRename(file, offset)?.placeholder;
}

describe('rename of a stage', () => {
  it('touches FROM, COPY, mounts and numbers, and nothing else', () => {
    assert.equal(
      renamed(
        '# build x\nFROM a AS ‸build\nFROM build AS x\nCOPY --from=BUILD build /build\nCOPY --from=0 a b\nRUN --mount=type=bind,from=build,target=/build echo build\nENV build=build\n',
        'base',
      ),
      '# build x\nFROM a AS base\nFROM base AS x\nCOPY --from=base build /build\nCOPY --from=base a b\nRUN --mount=type=bind,from=base,target=/build echo build\nENV build=build\n',
    );
  });

  it('writes the name in lower case where FROM compares with it', () => {
    assert.equal(
      renamed('FROM a AS ‸b\nFROM b\nCOPY --from=b x y\n', 'Base'),
      'FROM a AS Base\nFROM base\nCOPY --from=Base x y\n',
    );
  });

  it('gives a name to a stage that has none', () => {
    assert.equal(
      renamed('FROM a\nFROM b\nCOPY --from=‸0 x y\n', 'one'),
      'FROM a AS one\nFROM b\nCOPY --from=one x y\n',
    );
    assert.equal(
      renamed('from a\nfrom b\ncopy --from=‸0 x y\n', 'one'),
      'from a as one\nfrom b\ncopy --from=one x y\n',
    );
  });

  it('keeps quotes and continuations in order', () => {
    assert.equal(renamed('FROM a AS ‸b\nCOPY --from="b" x y\n', 'c'), 'FROM a AS c\nCOPY --from="c" x y\n');
    assert.equal(renamed('FROM a AS ‸bcd\nFROM bc\\\nd\n', 'e'), 'FROM a AS e\nFROM e\n');
  });

  it('refuses names that would not work', () => {
    refuses('FROM a AS ‸b\n', '1st', /cannot name a stage/);
    refuses('FROM a AS ‸b\n', 'a b', /cannot name a stage/);
    refuses('FROM a AS ‸b\n', '', /cannot name a stage/);
    refuses('FROM a AS ‸b\n', 'Scratch', /reserved/);
    refuses('FROM a AS ‸b\nFROM a AS c\n', 'C', /already begins in line 2/);
    refuses('FROM a AS ‸b\nFROM alpine\n', 'alpine', /image in line 2/);
    refuses('FROM a AS ‸b\nCOPY --from=nginx x y\n', 'nginx', /image in line 2/);
    refuses('ARG X=b\nFROM a AS ‸b\nFROM $X\n', 'c', /through a variable/);
    assert.equal(renamed('FROM alpine AS ‸b\n', 'alpine'), 'FROM alpine AS alpine\n');
  });
});

describe('rename of a variable', () => {
  it('touches ARG, ENV, uses and shell text', () => {
    assert.equal(
      renamed(
        'ARG ‸V=1\nFROM a:${V}\nARG V\nRUN echo "$V ${V%x}" && V=2 && echo $V\nENV X=$V Y=\'$V\'\nCOPY $V/V V/\n',
        'W',
      ),
      'ARG W=1\nFROM a:${W}\nARG W\nRUN echo "$W ${W%x}" && V=2 && echo $V\nENV X=$W Y=\'$V\'\nCOPY $W/V V/\n',
    );
  });

  it('refuses names that would not work', () => {
    refuses('FROM a\nARG ‸V\n', '1x', /cannot name a variable/);
    refuses('FROM a\nARG ‸V\n', 'a-b', /cannot name a variable/);
    refuses('FROM a\nARG ‸V\n', 'TARGETARCH', /given by the builder/);
    refuses('FROM a\nARG ‸V\nENV W=1\n', 'W', /already in use in line 3/);
    refuses('FROM a\nARG ‸V\nUSER $W\n', 'W', /already in use in line 3/);
    refuses('FROM a\nARG ‸V\nRUN echo $HOME\n', 'HOME', /already in use in line 3/);
    refuses('FROM a\nARG ‸V\nRUN W=1; echo $V\n', 'W', /line 3 sets a variable 'W' itself/);
    refuses('FROM a\nARG ‸TARGETARCH\n', 'X', /given by the builder/);
    assert.equal(renamed('FROM a\nARG ‸V\nFROM a\nENV W=1\n', 'W'), 'FROM a\nARG W\nFROM a\nENV W=1\n');
  });
});

describe('rename of a heredoc', () => {
  it('touches both ends and keeps the quotes', () => {
    assert.equal(renamed('FROM a\nCOPY <<-"EO‸F" /x\n$A\n\tEOF\n', 'END'), 'FROM a\nCOPY <<-"END" /x\n$A\n\tEND\n');
    refuses('FROM a\nRUN <<E‸OF\nEND\nEOF\n', 'END', /would then end it/);
    refuses('FROM a\nRUN <<E‸OF\nEOF\n', 'a b', /cannot end a heredoc/);
  });
});

describe('prepareRename', () => {
  it('says what the name is now', () => {
    assert.equal(placeholder('FROM a AS B‸ase\n'), 'Base');
    assert.equal(placeholder('FROM a AS Base\nCOPY --from=‸0 a b\n'), 'Base');
    assert.equal(placeholder('FROM a\nARG V‸\n'), 'V');
    assert.equal(placeholder('FROM a\nRUN echo $A‸\n'), undefined);
    assert.equal(placeholder('FROM ‸alpine\n'), undefined);
    assert.equal(placeholder('FROM --platform=$BUILD‸PLATFORM alpine\n'), undefined);
  });

  it('agrees with rename at every offset, which touches nothing but the name', function () {
    this.timeout(20_000);
    for (const sample of samples) {
      const file = testFile(sample);
      for (let offset = 0; offset <= sample.length; offset++) {
        const prepared = prepareRename(file, offset);
        if (prepared === undefined || prepared.placeholder === '') continue;
        const edits = rename(file, offset, 'zzz')?.changes?.[testUri] ?? [];
        assert.ok(edits.length > 0);
        for (const { range } of edits) {
          const text = sample.slice(file.lines.offset(range.start), file.lines.offset(range.end));
          const isName = text.toLowerCase() === prepared.placeholder.toLowerCase() || /^\d+$|^"/.test(text);
          assert.ok(isName, `${text} is not ${prepared.placeholder}`);
        }
      }
    }
  });
});
