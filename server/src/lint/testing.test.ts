import assert from 'node:assert/strict';
import { check, mark, memoryHost, unmark } from './testing.ts';
import { toy, wordRule } from './toy.ts';

describe('unmark and mark', () => {
  it('are the reverse of each other', () => {
    for (const marked of ['a «b» c', '««a»b»', 'a«»b', '«a»«b»', '«»', 'none']) {
      const { text, spans } = unmark(marked);
      assert.equal(mark(text, spans), marked);
    }
    assert.deepEqual(unmark('a «b» c'), { text: 'a b c', spans: [{ start: 2, end: 3 }] });
  });

  it('refuses markers without partner', () => {
    assert.throws(() => unmark('a «b'));
    assert.throws(() => unmark('a b»'));
  });
});

describe('check', () => {
  const rule = wordRule('a', { id: 'ay', fixable: true });
  const language = toy([
    {
      ...rule,
      check: (file, report) =>
        rule.check(
          file,
          (finding) =>
            report({
              ...finding,
              fixes: () => [{ title: 'Fix', safe: false, edits: [{ at: finding.at, newText: 'b' }] }],
            }),
          { trustedRegistries: [], labelSchema: {}, strictLabels: false, exact: false },
        ),
    },
    wordRule('c', { id: 'cee' }, { message: 'no sentence' }),
  ]);

  it('passes when exactly the marked spans are reported', async () => {
    await check(language, 'ay', '«a»\nb\n«ab»\nc', {
      fixed: 'b\nb\nb\nc',
      messages: ["Do not write 'a'.", "Do not write 'ab'."],
    });
    await check(language, 'shouting', '«!»\na');
  });

  it('fails otherwise', async () => {
    await assert.rejects(check(language, 'ay', 'a'));
    await assert.rejects(check(language, 'ay', '«b»'));
    await assert.rejects(check(language, 'ay', '«a»', { fixed: 'a' }));
    await assert.rejects(check(language, 'ay', '«a»', { messages: ['Other.'] }));
    await assert.rejects(check(language, 'cee', '«c»'), /sentence case/);
    await assert.rejects(check(language, 'unknown', 'a'), /no rule/);
  });
});

describe('memoryHost', () => {
  const host = memoryHost({ 'a.txt': 'text', 'folder/b.txt': '', 'empty/': '' });
  it('reads and lists', async () => {
    assert.equal(await host.readFile('file:///project/a.txt'), 'text');
    assert.equal(await host.readFile('file:///project/folder/b.txt'), '');
    assert.equal(await host.readFile('file:///project/none'), undefined);
    assert.deepEqual(await host.list('file:///project'), [
      { name: 'a.txt', isDirectory: false },
      { name: 'folder', isDirectory: true },
      { name: 'empty', isDirectory: true },
    ]);
    assert.deepEqual(await host.list('file:///project/empty/'), []);
    assert.equal(await host.list('file:///project/none'), undefined);
  });
});
