import assert from 'node:assert/strict';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Diagnostic } from './diagnostics.ts';
import { fixAll, gatherFixes, preferredFix, safeFix } from './fix.ts';

function diagnostic(edits: readonly TextEdit[], safe = true, suppressible = true): Diagnostic {
  const at = edits[0]?.at ?? { start: 0, end: 0 };
  return {
    ruleId: 'rule',
    aliases: [],
    severity: 'warning',
    message: 'Bad.',
    at,
    suppressible,
    ...(edits.length > 0 && { fixes: () => [{ title: 'Fix', safe, edits }] }),
  };
}

function edit(start: number, end: number, newText: string): TextEdit {
  return { at: { start, end }, newText };
}

/** Finds every occurrence of a word and replaces it. */
function replacing(...pairs: readonly (readonly [string, string])[]): (text: string) => Diagnostic[] {
  return (text) =>
    pairs.flatMap(([from, to]) => {
      const found: Diagnostic[] = [];
      for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + from.length)) {
        found.push(diagnostic([edit(at, at + from.length, to)]));
      }
      return found;
    });
}

describe('gatherFixes', () => {
  it('takes a fix as a whole or not at all', () => {
    const first = diagnostic([edit(0, 1, 'x'), edit(5, 6, 'y')]);
    const second = diagnostic([edit(2, 3, 'x'), edit(5, 6, 'z')]);
    const { edits, fixed, more } = gatherFixes([first, second], safeFix);
    assert.deepEqual(edits, [edit(0, 1, 'x'), edit(5, 6, 'y')]);
    assert.equal(fixed, 1);
    assert.equal(more, true);
  });

  it('takes touching edits one after the other, insertions at one place too', () => {
    assert.equal(gatherFixes([diagnostic([edit(3, 3, 'x')]), diagnostic([edit(3, 3, 'x')])], safeFix).fixed, 1);
    assert.equal(gatherFixes([diagnostic([edit(3, 5, 'x')]), diagnostic([edit(5, 7, 'x')])], safeFix).fixed, 1);
    assert.equal(gatherFixes([diagnostic([edit(3, 5, 'x')]), diagnostic([edit(6, 7, 'x')])], safeFix).fixed, 2);
    assert.equal(gatherFixes([diagnostic([edit(6, 7, 'x')]), diagnostic([edit(3, 5, 'x')])], safeFix).fixed, 2);
    assert.equal(gatherFixes([diagnostic([edit(6, 7, 'x')]), diagnostic([edit(3, 6, 'x')])], safeFix).fixed, 1);
  });

  it('chooses', () => {
    const unsafe = diagnostic([edit(0, 1, 'x')], false);
    assert.equal(gatherFixes([unsafe], safeFix).fixed, 0);
    assert.equal(gatherFixes([unsafe], preferredFix).fixed, 1);
    assert.equal(gatherFixes([diagnostic([])], preferredFix).fixed, 0);
  });
});

describe('fixAll', () => {
  const run = (text: string, lint: (text: string) => Diagnostic[]): ReturnType<typeof fixAll> => {
    const result = fixAll(text, lint);
    assert.equal(applyEdits(text, result.edits), result.text);
    return result;
  };

  it('fixes until nothing is left', () => {
    assert.deepEqual(run('aab', replacing(['a', 'b'], ['b', 'c'])).text, 'ccc');
    assert.deepEqual(run('nothing', replacing(['a', 'b'])), { text: 'nothing', edits: [], fixed: 0 });
  });

  it('gives edits of the original text after several rounds', () => {
    const { text, edits } = run('one two one', replacing(['one', 'three'], ['three', 'four five'], ['five', '']));
    assert.equal(text, 'four  two four ');
    assert.deepEqual(edits, [edit(0, 3, 'four '), edit(8, 11, 'four ')]);
    assert.equal(run('abc', replacing(['b', ''], ['ac', 'x'])).text, 'x');
  });

  it('ends when two fixes undo each other', () => {
    assert.equal(run('a', replacing(['a', 'b'], ['b', 'a'])).text.length, 1);
  });

  it('takes back what breaks the file', () => {
    const breaking = (text: string): Diagnostic[] =>
      text === 'a' ? [diagnostic([edit(0, 1, '!')])] : [diagnostic([], true, false)];
    assert.deepEqual(run('a', breaking), { text: 'a', edits: [], fixed: 0 });
  });
});
