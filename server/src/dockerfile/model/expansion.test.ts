import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MappedText } from '../../text/mappedText.ts';
import { expand } from './expansion.ts';

const environment: Record<string, string> = { a: 'one', empty: '', path: '/usr/lib/x.tar.gz', ä: 'umlaut' };

function run(text: string, literalQuotes = false) {
  return expand(
    MappedText.plain(text, 0),
    '\\',
    (name) => {
      if (name === 'later') return { kind: 'unknown' };
      const value = environment[name];
      return value === undefined ? undefined : { kind: 'text', text: value };
    },
    literalQuotes,
  );
}

describe('variable expansion', () => {
  const values: Record<string, string> = {
    'plain text': 'plain text',
    '$a-b': 'one-b',
    '${a}b': 'oneb',
    $ab: '',
    $ä: 'umlaut',
    $1a: 'a',
    'a $ b $': 'a $ b $',
    '\\$a': '$a',
    "'$a'": '$a',
    '"$a \\" \\n"': 'one " \\n',
    'x\\': 'x',
    '${none:-x}': 'x',
    '${empty:-x}': 'x',
    '${empty-x}': '',
    '${a:+x}': 'x',
    '${empty:+x}': '',
    '${empty+x}': 'x',
    '${none:-${a}}': 'one',
    '${none:-"x y"}': 'x y',
    '${a:?needed}': 'one',
    '${path#*/}': 'usr/lib/x.tar.gz',
    '${path##*/}': 'x.tar.gz',
    '${path%.*}': '/usr/lib/x.tar',
    '${path%%.*}': '/usr/lib/x',
    '${path/lib/LIB}': '/usr/LIB/x.tar.gz',
    '${path//\\//_}': '_usr_lib_x.tar.gz',
    '${a/?n/-}': '-e',
  };
  for (const [text, expected] of Object.entries(values)) {
    it(`expands ${text}`, () => {
      const result = run(text);
      assert.equal(result.error, undefined);
      assert.equal(result.value, expected);
    });
  }

  const errors: Record<string, [string, string]> = {
    '"a': ['unbalanced-quote', '"'],
    "a 'b": ['unbalanced-quote', "'"],
    '${a': ['bad-substitution', '${a'],
    '${}': ['bad-substitution', '${}'],
    '${:x}': ['bad-substitution', '${'],
    'x ${a^^} y': ['bad-substitution', '${a^^}'],
    '${a:=b}': ['bad-substitution', '${a:=b}'],
    '${a/b}': ['bad-substitution', '${a/b}'],
    '${none:?say}': ['required-variable', '${none:?say}'],
  };
  for (const [text, [id, at]] of Object.entries(errors)) {
    it(`refuses ${text}`, () => {
      const { error } = run(text);
      assert.equal(error?.id, id);
      assert.equal(text.slice(error?.at.start, error?.at.end), at);
    });
  }

  it('does not know what an ARG without default gives', () => {
    assert.equal(run('x$later').value, undefined);
    assert.equal(run('${later:-x}').value, undefined);
    assert.equal(run('${later:?x}').error, undefined);
    assert.equal(run('${a:-$later}').value, 'one');
  });

  it('reports every name that is looked up, with exact ranges', () => {
    const text = '$a ${none:-${b}} \\$c \'$d\' "$e"';
    assert.deepEqual(
      run(text).uses.map((use) => [
        text.slice(use.nameSpan.start, use.nameSpan.end),
        text.slice(use.span.start, use.span.end),
      ]),
      [
        ['a', '$a'],
        ['none', '${none:-${b}}'],
        ['b', '${b}'],
        ['e', '$e'],
      ],
    );
  });

  it('takes quotes of heredoc bodies as text', () => {
    assert.equal(run('it\'s "$a" \\$a', true).value, 'it\'s "one" $a');
  });

  it('neither throws nor hangs on deep nesting', () => {
    for (const text of ['${a:-'.repeat(10_000), '"$'.repeat(10_000), '${a#*'.repeat(5_000), '${a/'.repeat(5_000)])
      run(text);
  });
});
