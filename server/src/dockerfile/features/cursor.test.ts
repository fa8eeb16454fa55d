import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cursorAt } from './cursor.ts';
import { atCursor, halfTyped, samples, testFile } from './testing.ts';

function cursor(marked: string): string {
  const { file, offset } = atCursor(marked);
  const found = cursorAt(file, offset);
  switch (found.kind) {
    case 'nothing':
      return 'nothing';
    case 'comment':
      return `${found.mayBeDirective ? 'directive' : 'comment'} ${found.before}`;
    case 'keyword':
      return `keyword ${found.before}`;
    case 'heredoc':
      return `heredoc ${found.heredoc.name}`;
    case 'instruction':
      return `${found.isTrigger ? 'trigger ' : ''}${found.instruction.keyword}: ${found.before}`;
  }
}

describe('cursor', () => {
  it('tells words of instructions from what follows them', () => {
    assert.equal(cursor('‸'), 'keyword ');
    assert.equal(cursor('FR‸OM a'), 'keyword FR');
    assert.equal(cursor('FROM‸ a'), 'keyword FROM');
    assert.equal(cursor('FROM ‸a'), 'FROM: FROM ');
    assert.equal(cursor('FROM ‸'), 'FROM: FROM ');
    assert.equal(cursor('FROM a\n  ru‸'), 'keyword ru');
    assert.equal(cursor('FROM a\n‸\nRUN b'), 'keyword ');
  });

  it('joins continued lines', () => {
    assert.equal(cursor('FROM a\nRUN a \\\n  b‸ c\n'), 'RUN: RUN a   b');
    assert.equal(cursor('FROM a\nRUN a\\\nb‸ c\n'), 'RUN: RUN ab');
    assert.equal(cursor('FROM a\nRUN a \\\n‸\n'), 'RUN: RUN a ');
    assert.equal(cursor('FROM a\nRUN a \\\n‸'), 'RUN: RUN a ');
    assert.equal(cursor('FROM a\nRUN a\\\n‸'), 'RUN: RUN a');
    assert.equal(cursor('FROM a\nRUN a\\\n  ‸\n  b\n'), 'RUN: RUN a ');
    assert.equal(cursor('# escape=`\nFROM a\nRUN a `\n  ‸'), 'RUN: RUN a ');
    assert.equal(cursor('FROM a\nRUN a \\\n\n\n‸'), 'RUN: RUN a ');
    assert.equal(cursor('FROM a\nRUN a\n‸'), 'keyword ');
  });

  it('looks behind ONBUILD', () => {
    assert.equal(cursor('FROM a\nONBUILD ‸'), 'trigger ONBUILD: ');
    assert.equal(cursor('FROM a\nONBUILD CO‸'), 'trigger UNKNOWN: CO');
    assert.equal(cursor('FROM a\nONBUILD COPY --from=‸'), 'trigger COPY: COPY --from=');
  });

  it('knows comments, directives and heredocs', () => {
    assert.equal(cursor('# esc‸'), 'directive # esc');
    assert.equal(cursor('# syntax=x\n# ‸\nFROM a'), 'directive # ');
    assert.equal(cursor('# hi\n# ‸\nFROM a'), 'comment # ');
    assert.equal(cursor('\n# ‸\nFROM a'), 'comment # ');
    assert.equal(cursor('FROM a\n# x‸'), 'comment # x');
    assert.equal(cursor('FROM a\nRUN a \\\n  # x‸\n  b'), 'nothing');
    assert.equal(cursor('FROM a\nRUN <<E\nx‸\nE\n'), 'heredoc E');
    assert.equal(cursor('FROM a\nRUN <<E\n‸'), 'heredoc E');
    assert.equal(cursor('FROM a\nRUN <<E\nE‸\n'), 'nothing');
    assert.equal(cursor('FROM a\nRUN <<E ‸\nE\n'), 'RUN: RUN <<E ');
  });

  it('maps back to the file', () => {
    for (const text of [...samples, ...halfTyped]) {
      const file = testFile(text);
      for (let offset = 0; offset <= text.length; offset += 3) {
        const found = cursorAt(file, offset);
        if (found.kind !== 'instruction') continue;
        assert.equal(found.at(found.before.length), offset);
        for (let index = Math.max(0, found.before.length - 5); index < found.before.length; index++) {
          const place = found.at(index);
          assert.ok(place === offset || text.charAt(place) === found.before.charAt(index));
        }
      }
    }
  }).timeout(20_000);
});
