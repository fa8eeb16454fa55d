import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MappedText } from '../text/mappedText.ts';
import { parseScript } from './script.ts';

/** Parses and asks everything there is to ask; every span must lie in the text. */
function exercise(text: string): void {
  const script = parseScript(MappedText.plain(text, 0));
  const spans = script.errors.map((error) => error.at);
  for (const command of script.commands) {
    spans.push(command.span, command.nameSpan, command.pipelineSpan);
    for (const word of command.args) spans.push(word.span);
    for (const redirection of command.redirections) spans.push(redirection.span);
    command.plainArguments(['o']);
    command.options({ withValue: ['o'] });
    assert.ok(command.next.length + command.assignments.length >= 0);
  }
  for (const span of spans) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length + 1, JSON.stringify([text, span]));
  }
}

const scripts = [
  'set -eux; apt-get update && apt-get install -y --no-install-recommends a="$V" b${C:-x} && rm -rf /var/lib/apt/lists/*',
  'for i in $(ls *.sh | sort); do [ -f "$i" ] || continue; [[ $i == a* ]] && . "$i"; done 2>&1 | tee `date +"%F"`.log',
  'cat <<EOF >/x && echo "a `b \\"c\\" \\`d\\`` $((1 + ${#x}))"\nline $(one "two")\nEOF\ncase "$x" in a|b) f;; *) g() { h; };; esac',
  `if ! a; then b=(1 "2" $'3'); elif c & d; then (e; { f; }) > g; fi; while read -r l; do echo $l; done < <(h <<<"i")`,
];

describe('the shell model', () => {
  it('takes every prefix', () => {
    for (const text of scripts) for (let end = 0; end <= text.length; end++) exercise(text.slice(0, end));
  });

  it('takes mutations', () => {
    let seed = 42;
    const random = (limit: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % limit;
    };
    const pieces = [
      '"',
      "'",
      '`',
      '$(',
      ')',
      '${',
      '}',
      '((',
      '<<',
      '\\',
      '\n',
      ';',
      '&',
      '|',
      '#',
      '{',
      ' ',
      '\u0000',
      'é',
    ];
    for (let round = 0; round < 300; round++) {
      let text = scripts[random(scripts.length)] ?? '';
      for (let change = 0; change < 3; change++) {
        const at = random(text.length);
        text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + random(4));
      }
      exercise(text);
    }
  });

  it('takes deep nesting and long texts without overflow or hang', function () {
    this.timeout(30_000);
    const started = process.cpuUsage();
    for (const piece of [
      '(',
      '{ ',
      '$(',
      '`',
      '"$(',
      '${a:-',
      '$((',
      '[[ ( ',
      'if ',
      'case a in a) ',
      '"',
      "'",
      '<(',
      'a=(',
      'f() ',
      'while ',
      '$(`',
      '{a,',
      '((',
      'a && ',
      'a | ',
      'a;',
      'x=$(',
      '"${a:-"',
      '<<E ',
      '<<E\n',
      'a[',
      'coproc ',
      '@(',
      '\\',
      '`"',
      '`\\`',
      'time ',
      '! ',
      '> ',
      '$(case a in a) ',
      '<<<$(',
      'a ',
      '1+',
      '${a:-$(',
      '<(a ',
      'echo $(echo "',
      '$((1+',
      'a$((a+',
      '# ',
      '\n',
      'a\\\n',
    ]) {
      // biome-ignore format: one table
      exercise(piece.repeat(1_000));
    }
    for (const [open, close] of [
      ['$(', ')'],
      ['(', ')'],
      ['{ ', '; }'],
      ['"$(', ')"'],
      ['${a:-', '}'],
      ['$((', '))'],
      ['<(', ')'],
    ]) {
      for (const depth of [20, 60, 200, 1_000]) exercise(`x ${open?.repeat(depth)}a${close?.repeat(depth)}`);
    }
    exercise('x'.repeat(10_000_000));
    const { user, system } = process.cpuUsage(started);
    assert.ok((user + system) / 1e6 < 20, `${(user + system) / 1e6} s`);
  });
});
