import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultConfiguration } from '../lint/configuration.ts';
import { fixAll } from '../lint/fix.ts';
import { defaultRuleOptions } from '../lint/rule.ts';
import { lint } from '../lint/run.ts';
import { check } from '../lint/testing.ts';
import type { Dialect } from '../shell/dialect.ts';
import { shellFacts } from '../shell/facts.ts';
import { parseTree } from '../shell/tree.ts';
import { applyEdits } from '../text/edit.ts';
import { dockerfile } from './language.ts';
import { rules } from './rules/index.ts';
import { type ShellRule, wordsOfShell } from './shellRule.ts';

const shellRules = rules.filter((rule): rule is ShellRule => 'findIn' in rule);
const nobody = { has: () => false, names: () => ['VERSION', 'TARGETARCH'] };

/** Runs every rule over a script; every place must lie in it. */
function exercise(text: string, ...dialects: readonly Dialect[]): void {
  const tree = parseTree(text);
  for (const dialect of dialects) {
    const facts = shellFacts(tree, dialect);
    for (const rule of shellRules) {
      for (const { at, fixes } of rule.findIn(facts, nobody)) {
        const length = at.frame?.text.length ?? text.length;
        assert.ok(at.start >= 0 && at.start <= at.end && at.end <= length, `${rule.id}: ${JSON.stringify([text, at])}`);
        for (const { edits } of fixes?.() ?? []) {
          for (const { start, end } of edits)
            assert.ok(start >= 0 && start <= end && end <= length, `${rule.id}: ${text}`);
        }
      }
    }
  }
}

const scripts = [
  'set -eux; if [ $x = 1 -a -n "$y" ]; then export A="$(b `c`)" B=*; for i in $(ls *.x); do rm -rf $i/*; done; fi 2>&1 >x',
  'cat x | grep *y && find . -name *.z | xargs rm || cd foo; x=(a $b); [[ ! -z ${x[1]} && $y =~ "a.*" ]] && echo "a"b"c" \'$d\'',
  'f() { local x=$(<a); printf "$x" {1,2}; }; while read l; do let i++; done <<< "$y"; trap "rm $z" SIGINT; exec foo; ${c^^} &> d',
  'for i in $d/*.c a, b; do while read l; do ssh $h "$l" | break; done; case "x$i" in a*) ;; ab) exit -1;; esac; done > 5 > y; x=$[1.5+08]',
  'if [ $x != a ] || [ "$x"=b ] & ( -f $y ); then exit; echo `a\\`b\\``; fi; [ -f a && -n ]; =x; a-b=c; x[$i]=${$y} "it\u201d"; a&b=$10; y=(c, [d]=)',
  'g() { g $1; return a b; }; g; [ -z "$(grep a b)" ] || exit $?; set -e; ! c; printf "%s %d" a; tr [a-z] A-Z; PS1="\\e[m" alias l="$x $1"; l; local z=$z w=$z',
];

describe('shell rules', () => {
  it('take every prefix', function () {
    this.timeout(20_000);
    for (const text of scripts) for (let end = 0; end <= text.length; end++) exercise(text.slice(0, end), 'sh', 'bash');
  });

  it('take mutations', function () {
    this.timeout(20_000);
    let seed = 7;
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
      '[ ',
      ' ]',
      '<<',
      '\\',
      '\n',
      ';',
      '&',
      '|',
      '#',
      '{',
      ' ',
      '\u00a0',
      '=',
      '$',
    ];
    for (let round = 0; round < 300; round++) {
      let text = scripts[random(scripts.length)] ?? '';
      for (let change = 0; change < 4; change++) {
        const at = random(text.length);
        text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at + random(4));
      }
      exercise(text, round % 2 === 0 ? 'dash' : 'bash');
    }
  });

  it('take long scripts in linear time', function () {
    this.timeout(60_000);
    const started = process.cpuUsage();
    for (const piece of [
      'x="$x"; ',
      'x=($y); echo $x; ',
      'cd a; ',
      'a && b || c; ',
      '[ $x > 2 ]; ',
      'A1=$A2 ',
      'cat x | ',
      '> x ',
      'if a; then ',
      "x='\"'; y $x; ",
      'echo $a"b"c"d" ',
      '\u00a0"a" ',
      'f() { f; f; }; ',
      'for i in a; do ',
      '$(a) ',
      '`a` ',
      'a {b} ',
      '# a\n',
      'export A=$(b) ',
      'exec a\n',
      'trap "$x" SIGINT; ',
      '${a[',
      'x+=1 ',
      '${a:-$b} ',
      '[[ a == b ]] && ',
      'case a in b) ',
      'If a; ',
      "alias l='x'; l; ",
      'x[$i]=2; declare -A x; ',
      '(x=1; y); echo $x; ',
      'exit | x; echo $?; ',
    ]) {
      // biome-ignore format: one table
      exercise(piece.repeat(300), 'sh');
    }
    const { user, system } = process.cpuUsage(started);
    assert.ok((user + system) / 1e6 < 30, `${(user + system) / 1e6} s`);
  });

  it('look at CMD, ENTRYPOINT and HEALTHCHECK in shell form, where ARG is gone', async () => {
    await check(
      dockerfile,
      'shell-undefined-variable',
      'FROM debian:12\nARG port\nENV host=x\nRUN echo "$port"\nCMD server "$host:«$port»"\nHEALTHCHECK CMD curl "«$port»"\n',
    );
  });

  it('leave PowerShell, exec form and other languages alone', async () => {
    await check(dockerfile, 'shell-backticks', 'FROM a\nSHELL ["pwsh", "-c"]\nRUN echo `\n  a `b`\n');
    await check(
      dockerfile,
      'shell-backticks',
      'FROM a\nRUN ["echo", "`b`"]\nRUN <<EOF\n#!/usr/bin/python3\nx = "`a`"\nEOF\n',
    );
    await check(dockerfile, 'shell-backticks', 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN echo `b`\n');
  });

  it('know which sh an image has', async () => {
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM alpine:3.20\nRUN [[ -n "$A" ]]\n');
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM node:22-alpine\nRUN [[ -n "$A" ]]\n');
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM fedora:41\nRUN [[ -n "$A" ]]\n');
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM node:22\nRUN «[[ -n "$A" ]]»\n');
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM example.org/x AS a\nFROM a\nRUN «[[ -n "$A" ]]»\n');
    await check(
      dockerfile,
      'shell-sh-double-bracket',
      'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN [[ -n "$A" ]]\n',
    );
  });

  it('find what they find at its place through continuations', async () => {
    await check(dockerfile, 'shell-useless-cat', 'FROM a\nRUN true && \\\n  # comment\n  cat «a\\\nb» | \\\n  sort\n');
    await check(dockerfile, 'shell-sh-source', 'FROM a\nRUN true && \\\n  «source a»\n', {
      fixed: 'FROM a\nRUN true && \\\n  . a\n',
    });
  });

  it('leave alone what was meant as an array', async () => {
    await check(dockerfile, 'shell-missing-space', "FROM a\nRUN ['apk', 'add']\nHEALTHCHECK CMD ['a']\nCMD ['b']\n");
    await check(dockerfile, 'shell-missing-space', "FROM a\nRUN «[»'a' = b ]\n");
  });

  it('fix a missing blank once, and only where that is all that is missing', () => {
    for (const [bad, good] of [
      ['if[ -f x ]; then make; fi', 'if [ -f x ]; then make; fi'],
      ["if[ it's == curl ]", "if[ it's == curl ]"],
      ['["ng",${ "serve"]', '["ng",${ "serve"]'],
      ['elif[ x', 'elif[ x'],
    ] as const) {
      for (const profile of ['strict', 'hadolint'] as const) {
        const levels = [{ 'json-args-recommended': 'off' }] as const;
        const configuration = { ...defaultConfiguration, profile, levels };
        const lintText = (text: string) =>
          lint(dockerfile, dockerfile.parse('file:///Dockerfile', text), configuration, assert.fail).filter(
            ({ ruleId }) => ruleId === 'shell-missing-space',
          );
        const text = `FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN ${bad}\n`;
        assert.equal(
          applyEdits(text, fixAll(text, lintText).edits),
          text.replace(bad, () => good),
          profile,
        );
      }
    }
  });

  it('follow values through functions that return', () => {
    const rule = shellRules.find(({ id }) => id === 'shell-quote-variable');
    const text =
      'a=1; f() { if x; then b=$(y); return 0; fi; c=2; return 1; }; b=2; if f; then echo $a $b $c; fi; (return); echo $a';
    const found = rule?.findIn(shellFacts(parseTree(text), 'bash'), nobody) ?? [];
    assert.deepEqual(
      found.map(({ at }) => text.slice(at.start, at.end)),
      ['$b', '$c'],
    );
  });

  it('are silent about values that are too much to follow', () => {
    const long = (count: number) => `a=1; ${'if x; then b=$(y); else b=2; fi; '.repeat(count)} echo $a $b $1`;
    const found = (count: number) => {
      const text = long(count);
      const rule = shellRules.find(({ id }) => id === 'shell-quote-variable');
      return rule?.findIn(shellFacts(parseTree(text), 'bash'), nobody).map(({ at }) => text.slice(at.start, at.end));
    };
    assert.deepEqual(found(10), ['$b', '$1']);
    assert.deepEqual(found(1000), ['$1']);
  });

  it('are silenced by comments of ShellCheck and hadolint', async () => {
    await check(dockerfile, 'shell-useless-cat', 'FROM a\n# hadolint ignore=SC2002\nRUN cat a | b\nRUN cat «a» | b\n');
    await check(dockerfile, 'shell-useless-cat', 'FROM a\n# shellcheck disable=SC2002\nRUN cat a | b\n');
    await check(
      dockerfile,
      'shell-useless-cat',
      'FROM a\nRUN <<EOF\nset -e\n# shellcheck disable=SC2002\ncat a | b\ncat «c» | d\nEOF\n',
    );
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM debian\n# shellcheck disable=SC2039\nRUN [[ -n "$A" ]]\n');
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM debian\n# hadolint ignore=SC2039\nRUN [[ -n "$A" ]]\n');
  });

  it('read a heredoc in the shell that it names', async () => {
    await check(
      dockerfile,
      'shell-sh-double-bracket',
      'FROM debian\nRUN <<EOF\n#!/bin/bash\n[[ -n "$A" ]]\nEOF\nRUN <<EOF\n«[[ -n "$A" ]]»\nEOF\n',
    );
    await check(dockerfile, 'shell-read-raw', 'FROM debian\nRUN <<EOF\n#!/usr/bin/env perl\nread x\nEOF\n');
  });

  it('leave cmd and a Windows image alone', async () => {
    await check(dockerfile, 'shell-redirect-number', 'FROM a\nSHELL ["cmd", "/S", "/C"]\nRUN foo 2>1\n');
    await check(
      dockerfile,
      'shell-redirect-number',
      'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN foo 2>1\n',
    );
  });

  it('report as hadolint does in exact mode', async () => {
    const options = { exact: true };
    await check(dockerfile, 'shell-sh-double-bracket', 'FROM alpine\n«RUN» true && \\\n  [[ a ]]\nCMD [[ a ]]\n', {
      options,
    });
    await check(dockerfile, 'shell-cd-unchecked', 'FROM alpine\nRUN true; «cd a»\n', { options });
    await check(dockerfile, 'shell-cd-unchecked', 'FROM alpine\nRUN true; cd a\n');
  });
});

describe('rules that are left out where they can find nothing', () => {
  it('find the same as when they look at every script', () => {
    const examples = shellRules.flatMap((rule) => rule.examples.flatMap(({ bad, good = '' }) => [bad, good]));
    let compared = 0;
    for (const example of [...examples, ...examples.toReversed()]) {
      // The dialect of an image that nobody knows is that of its SHELL alone.
      const text = example.replace(/[«»]/g, '').replace(/^FROM \S+/gm, 'FROM some/image');
      const file = dockerfile.parse('file:///Dockerfile', text);
      const { instructions, variables } = file.model;
      for (const instruction of instructions) {
        if (instruction.keyword !== 'RUN' || instruction.exec !== undefined) continue;
        const { script, stage, span } = instruction;
        const known = {
          has: (name: string) => variables.lookup(name, stage, span.start) !== undefined,
          names: () => variables.visible(stage, span.start).map(({ name }) => name),
        };
        for (const rule of shellRules) {
          const found: string[] = [];
          rule.checkStatement(instruction, file, ({ message }) => found.push(message), defaultRuleOptions);
          const wanted = rule.findIn(shellFacts(script.tree, script.dialect, wordsOfShell(instruction)), known);
          assert.deepEqual(
            found,
            wanted.filter(({ exactOnly }) => exactOnly !== true).map(({ message }) => message),
            `${rule.id}: ${script.text}`,
          );
          compared += wanted.length;
        }
      }
    }
    assert.ok(compared > 300, `only ${compared} findings were compared`);
  });
});
