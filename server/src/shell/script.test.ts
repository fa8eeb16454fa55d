import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MappedText } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import { commandFromArguments, parseScript, type Script, scriptFromArguments } from './script.ts';

function script(text: string): Script {
  return parseScript(MappedText.plain(text, 0));
}

function names(text: string): string[] {
  return script(text).commands.map((command) => command.name);
}

function only(text: string) {
  const [command] = script(text).commands;
  assert.ok(command, text);
  return command;
}

/** A script out of the lines of a file, continuations (`\` at the end) joined, comment lines left out. */
function joined(file: string): MappedText {
  const parts: MappedText[] = [];
  let offset = 0;
  for (const line of file.split('\n')) {
    if (!line.startsWith('#')) {
      parts.push(MappedText.plain(line.endsWith('\\') ? line.slice(0, -1) : line, offset));
    }
    offset += line.length + 1;
  }
  return MappedText.join(parts);
}

describe('parseScript', () => {
  it('lists commands in source order, outer before inner', () => {
    assert.deepEqual(names('a && b | c || d; e & f'), ['a', 'b', 'c', 'd', 'e', 'f']);
    assert.deepEqual(names('a $(b `c` "$(d)") ${x:-$(e)} <(f) $(( $(g) ))'), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    assert.deepEqual(names('x=$(a) y="`b`" c'), ['c', 'a', 'b']);
    assert.deepEqual(names('if a; then b; elif c; then d; else e; fi'), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(names('for i in $(a); do b; done; while c; do d; done; until e; do f; done'), [...'abcdef']);
    assert.deepEqual(names('case $(a) in x) b;; *) c;; esac; (d; { e; }); f() { g; }; f'), [...'abcdegf']);
    assert.deepEqual(names('[[ -n $(a) ]] && [ -n "$(b)" ] && ! c; ! d; time e'), [...'abcde']);
    assert.deepEqual(names('cat <<E\n$(a)\nE\nb'), ['cat', 'a', 'b']);
    assert.deepEqual(names("cat <<'E'\n$(a)\nE\nb"), ['cat', 'b']);
    assert.deepEqual(names('a=($(b)) c=1; d >$(e) 2>&1'), ['b', 'd', 'e']);
    assert.deepEqual(names('a `b \\`c \\\\\\`d\\\\\\`\\``'), ['a', 'b', 'c', 'd']);
  });

  it('leaves out what has no literal name', () => {
    assert.deepEqual(names('$x a; "$y" b; A=1; [ -f x ]; [[ -f x ]]; ((1)); $(a) b'), ['a']);
    assert.deepEqual(names('"foo" a; \\bar b; A=1 baz'), ['foo', 'bar', 'baz']);
    assert.deepEqual(names('bash -c "foo; bar"'), ['bash']);
  });

  it('looks through wrappers', () => {
    assert.deepEqual(names('exec a b; command c; builtin d; busybox e; run f; command exec g'), [...'acdefg']);
    assert.deepEqual(names('command -v a; exec; exec "$@"; exec >x; sudo b; env c; time d'), [
      'command',
      'exec',
      'exec',
      'exec',
      'sudo',
      'env',
      'd',
    ]);
    const command = only('exec apt-get install -y x');
    assert.deepEqual(
      command.args.map((word) => word.text),
      ['apt-get', 'install', '-y', 'x'],
    );
    assert.deepEqual(
      command.ownArguments.map((word) => word.text),
      ['install', '-y', 'x'],
    );
    assert.deepEqual(command.nameSpan, { start: 5, end: 12 });
    assert.equal(command.subcommand()?.text, 'install');
  });

  it('is empty for broken scripts and other languages', () => {
    const broken = script('a && b "c');
    assert.equal(broken.ok, false);
    assert.deepEqual(broken.commands, []);
    assert.deepEqual(
      broken.errors.map((error) => error.at),
      [{ start: 7, end: 8 }],
    );
    assert.equal(broken.runs('a'), false);
    for (const dialect of ['powershell', 'cmd', 'unknown'] as const) {
      const other = parseScript(MappedText.plain('a; b', 0), dialect);
      assert.deepEqual([other.ok, other.commands.length, other.errors.length], [false, 0, 0]);
    }
  });

  it('finds commands by name', () => {
    const parsed = script('a; b; a $(b); c');
    assert.deepEqual(
      parsed.named('b').map((command) => command.span.start),
      [3, 10],
    );
    assert.deepEqual(
      parsed.named('b', 'a').map((command) => command.name),
      ['a', 'b', 'a', 'b'],
    );
    assert.equal(parsed.runs('x', 'c'), true);
    assert.equal(parsed.runs('x'), false);
    assert.equal(parsed.commandAt(11)?.name, 'b');
    assert.equal(parsed.commandAt(12)?.name, 'a');
  });

  it('knows pipes', () => {
    assert.equal(script('a | b').hasPipe, true);
    assert.equal(script('a $(b |& c)').hasPipe, true);
    assert.equal(script('a || b; ! c; echo "|"').hasPipe, false);
  });
});

describe('Word', () => {
  it('normalises its text as hadolint does', () => {
    const text = (word: string) =>
      only(`x ${word}`)
        .args.map((arg) => arg.text)
        .join('|');
    assert.equal(text(`a'b c'"d"\\ e`), 'ab cd e');
    assert.equal(text('$v ${v} "$v" ${v:-x} $1 $@'), '${v}|${v}|${v}|${v:-x}|${1}|${@}');
    assert.equal(text('$(cmd a) `cmd a` $((1+1)) "a$(b)c"'), '${cmd a}|${VAR}|${VAR}|a${b}c');
    assert.equal(text('/var/lib/apt/lists/* [ab]? {a,b} ~/x'), '/var/lib/apt/lists/*|[ab]?|{a,b}|~/x');
    assert.equal(text(`$'a\\tb' foo=$v "a=b c"`), 'a\tb|foo=${v}|a=b c');
    assert.equal(
      only('export A=$v B C="x y"')
        .args.map((arg) => arg.text)
        .join('|'),
      'A=${v}|B|C=x y',
    );
    assert.equal(text('a >x b 2>&1 <<<c d'), 'a|b|d');
  });

  it('knows literal words', () => {
    const literal = (word: string) => only(`x ${word}`).args.map((arg) => arg.isLiteral);
    assert.deepEqual(literal(`a 'b' "c" d\\ e $'f' A=b`), [true, true, true, true, true, true]);
    assert.deepEqual(literal('$a "$b" `c` $(d) * a? [x] {a,b} ~ $((1)) <(a)'), new Array(11).fill(false));
  });
});

describe('Command', () => {
  it('has the flags of hadolint', () => {
    const command = only('x -abc --name --long=v -q=2 - -- -tool plain');
    assert.deepEqual(command.shape.flags.flat(), [...'abc', 'name', 'long', 'q', '=', '2', 't', 'o', 'o', 'l']);
    assert.equal(command.hasFlag('c', 'z'), true);
    assert.equal(command.hasFlag('z'), false);
    assert.equal(command.countFlag('o'), 2);
    assert.deepEqual(
      command.plainArguments().map((word) => word.text),
      ['-', '--', 'plain'],
    );
  });

  it('drops values', () => {
    const texts = (text: string) =>
      only(text)
        .dropValues(['t', 'target'])
        .map((word) => word.text);
    assert.deepEqual(texts('x -t a b'), ['-t', 'b']);
    assert.deepEqual(texts('x -yt a b --target c --target=d e'), ['-yt', 'b', '--target', '--target=d', 'e']);
    assert.deepEqual(texts('x -t'), ['-t']);
    assert.deepEqual(
      only('x install -t a b')
        .plainArguments(['t'])
        .map((word) => word.text),
      ['install', 'b'],
    );
    assert.equal(only('x -lu 7 y').valueAfter('u')?.text, '7');
    assert.equal(only('x -u').valueAfter('u'), undefined);
    assert.equal(only('x y').valueAfter('u'), undefined);
  });

  it('has any of the arguments', () => {
    assert.equal(only('rm -rf /x').is('rm', '-rf', '/var/lib/apt/lists/*'), true);
    assert.equal(only('rm -r /x').is('rm', '-rf', '/var/lib/apt/lists/*'), false);
    assert.equal(only('"rm" "-rf"').is('rm', '-rf'), true);
  });

  it('reads options as programs do', () => {
    const { options, operands } = only('x -o out -ofile -vn in --name N --name=M - -- -z').options({
      withValue: ['o', 'name'],
    });
    assert.deepEqual(
      options.map(({ name, value }) => `${name}:${value ?? ''}`),
      ['o:out', 'o:file', 'v:', 'n:', 'name:N', 'name:M'],
    );
    assert.deepEqual(
      operands.map((word) => word.text),
      ['in', '-', '-z'],
    );
    const go = only('go get -tool -C dir x').options({ withValue: ['C'], singleDashLong: true });
    assert.deepEqual(
      go.options.map(({ name, value }) => `${name}:${value ?? ''}`),
      ['tool:', 'C:dir'],
    );
  });

  it('knows its list', () => {
    const { commands } = script('a && b x | c || { d; }; e & f');
    const [a, b, c, d, e] = commands;
    assert.deepEqual(
      commands.map((command) => command.connector),
      ['&&', '||', '||', undefined, '&', undefined],
    );
    assert.deepEqual(
      a?.next.map((command) => command.name),
      ['b', 'c'],
    );
    assert.deepEqual(b?.pipelineSpan, { start: 5, end: 12 });
    assert.deepEqual(c?.pipelineSpan, { start: 5, end: 12 });
    assert.deepEqual(c?.next, []);
    assert.equal(b?.isPiped, true);
    assert.equal(a?.isPiped, false);
    assert.equal(d?.isTopLevel, false);
    assert.equal(e?.isTopLevel, true);
    assert.deepEqual(
      e?.next.map((command) => command.name),
      ['f'],
    );
  });

  it('knows redirections and assignments', () => {
    const command = only('A=1 B="$x" cmd a >out 2>&1 <<<"in"');
    assert.deepEqual(
      command.redirections.map(({ operator, descriptor, target }) => [operator, descriptor, target?.text]),
      [
        ['>', undefined, 'out'],
        ['>&', 2, '1'],
        ['<<<', undefined, 'in'],
      ],
    );
    assert.deepEqual(
      command.assignments.map(({ name, value, span }) => [name, value?.text, span]),
      [
        ['A', '1', { start: 0, end: 3 }],
        ['B', '${x}', { start: 4, end: 10 }],
      ],
    );
    assert.deepEqual(command.span, { start: 0, end: 34 });
  });
});

describe('spans', () => {
  const at = (file: string, span: Span) => file.slice(span.start, span.end);

  it('go through continuations and comments', () => {
    const file = 'apt-get update && \\\n# why\n  apt-get install \\\n# a comment\n  foo ba\\\nr >/dev/null';
    const parsed = parseScript(joined(file));
    assert.equal(parsed.ok, true);
    const [update, install] = parsed.commands;
    assert.ok(update && install);
    assert.equal(at(file, update.span), 'apt-get update');
    assert.deepEqual(
      install.args.map((word) => at(file, word.span)),
      ['install', 'foo', 'ba\\\nr'],
    );
    assert.deepEqual(
      install.args.map((word) => word.text),
      ['install', 'foo', 'bar'],
    );
    assert.equal(at(file, install.nameSpan), 'apt-get');
    assert.equal(install.span.end, file.length);
  });

  it('go into escaped backticks', () => {
    const file = 'x "`a \\"b\\" \\`c \\\\$d \\\\\\`e\\\\\\`\\``" \\\n `f "\\`g\\`"`';
    const parsed = parseScript(joined(file));
    assert.equal(parsed.ok, true);
    assert.deepEqual(
      parsed.commands.map((command) => at(file, command.nameSpan)),
      [...'xacefg'],
    );
    const [, a, c] = parsed.commands;
    assert.equal(at(file, a?.args[0]?.span ?? { start: 0, end: 0 }), '"b\\"');
    assert.equal(at(file, c?.args[0]?.span ?? { start: 0, end: 0 }), '$d');
  });

  it('are right for the same text at two places', () => {
    const first = parseScript(MappedText.plain('a b', 10));
    const second = parseScript(MappedText.plain('a b', 20));
    assert.equal(first.tree, second.tree);
    assert.deepEqual(first.commands[0]?.args[0]?.span, { start: 12, end: 13 });
    assert.deepEqual(second.commands[0]?.args[0]?.span, { start: 22, end: 23 });
  });
});

describe('the exec form', () => {
  it('is a command whatever its words hold', () => {
    const words = [
      { text: 'apt-get', span: { start: 5, end: 14 } },
      { text: 'install', span: { start: 16, end: 25 } },
      { text: '-y', span: { start: 27, end: 31 } },
      { text: 'a && "b', span: { start: 33, end: 44 } },
    ];
    const command = commandFromArguments(words);
    assert.ok(command);
    assert.equal(command.name, 'apt-get');
    assert.equal(command.hasFlag('y'), true);
    assert.deepEqual(
      command.plainArguments().map((word) => word.text),
      ['install', 'a && "b'],
    );
    assert.deepEqual(command.args.at(-1)?.span, { start: 33, end: 44 });
    assert.deepEqual(command.nameSpan, { start: 5, end: 14 });
    assert.deepEqual(command.span, { start: 5, end: 44 });
    assert.deepEqual([command.connector, command.next, command.isTopLevel], [undefined, [], true]);
    const parsed = scriptFromArguments(words);
    assert.deepEqual(
      parsed.named('apt-get').map((found) => found.span),
      [{ start: 5, end: 44 }],
    );
    assert.equal(parsed.hasPipe, false);
    assert.equal(commandFromArguments([]), undefined);
    assert.deepEqual(scriptFromArguments([]).commands, []);
  });
});
