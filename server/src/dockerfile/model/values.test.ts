import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseCheck } from './checkDirective.ts';
import { parseDuration } from './duration.ts';
import { dockerfileFile } from './file.ts';
import { fileModeProblem } from './fileMode.ts';
import { parseGitQuery } from './gitSource.ts';
import { parsePort } from './ports.ts';
import { isSignal } from './signal.ts';

describe('ports', () => {
  function read(text: string) {
    const port = parsePort(text);
    return port.kind === 'problem'
      ? `! ${text.slice(port.start, port.end)}`
      : [port.prefix?.text, port.container.text, port.protocol?.text];
  }
  it('reads container ports, ranges, protocols and what stands before', () => {
    assert.deepEqual(read('80'), [undefined, '80', undefined]);
    assert.deepEqual(read('80/'), [undefined, '80', '']);
    assert.deepEqual(read('8000-8010/UDP'), [undefined, '8000-8010', 'UDP']);
    assert.deepEqual(read('8080:80'), ['8080:', '80', undefined]);
    assert.deepEqual(read('127.0.0.1:8080:80/sctp'), ['127.0.0.1:8080:', '80', 'sctp']);
    assert.deepEqual(read('127.0.0.1::80'), ['127.0.0.1::', '80', undefined]);
    assert.deepEqual(read('[::1]:80-81:90-91'), ['[::1]:80-81:', '90-91', undefined]);
    assert.deepEqual(read('::1::80'), ['::1::', '80', undefined]);
    assert.deepEqual(read('80-90:80'), ['80-90:', '80', undefined]);
    assert.deepEqual(read('+0'), [undefined, '+0', undefined]);
  });
  it('marks what is wrong', () => {
    assert.equal(read('65536'), '! 65536');
    assert.equal(read('a'), '! a');
    assert.equal(read('80-'), '! 80-');
    assert.equal(read('90-80'), '! 90-80');
    assert.equal(read('80/tcp/x'), '! tcp/x');
    assert.equal(read('80/tcp/'), '! tcp/');
    assert.equal(read('80/http'), '! http');
    assert.equal(read('8080:'), '! 8080:');
    assert.equal(read('/tcp'), '! /tcp');
    assert.equal(read('x:80'), '! x');
    assert.equal(read('host:80:80'), '! host');
    assert.equal(read('127.0.0.256:80:80'), '! 127.0.0.256');
    assert.equal(read('80:80-81'), '! 80');
    assert.equal(read('["80"]'), '! ["80"]');
  });
});

describe('durations', () => {
  it('are numbers with units', () => {
    const nanoseconds: Record<string, number> = {
      '0': 0,
      '-0': 0,
      '1ms': 1e6,
      '1h30m': 5400e9,
      '.5s': 5e8,
      '5.s': 5e9,
      '+1.5m': 90e9,
      '-1s': -1e9,
      '300us': 3e5,
    };
    for (const [text, expected] of Object.entries(nanoseconds)) assert.equal(parseDuration(text), expected, text);
  });
  it('point at what is wrong', () => {
    const problems: Record<string, string> = {
      '30': '30',
      '30sec': 'sec',
      '1h30': '30',
      s: 's',
      '1µs': 'µs',
      '-': '-',
      '1..5s': '1.',
      '3000000h': '3000000h',
    };
    for (const [text, expected] of Object.entries(problems)) {
      const problem = parseDuration(text);
      assert.ok(typeof problem === 'object', text);
      assert.equal(text.slice(problem.start, problem.end), expected, text);
    }
  });
});

describe('signals', () => {
  it('are numbers or names in any case', () => {
    for (const text of ['9', '-1', 'SIGKILL', 'kill', 'rtmin+3', 'SIGRTMAX-14', 'SIGWINCH'])
      assert.ok(isSignal(text), text);
    for (const text of ['0', '', 'SIGKILL x', 'SIGNONE', 'RTMIN+16', 'SIG', '1.5']) assert.ok(!isSignal(text), text);
  });
});

describe('file modes', () => {
  it('are octal or symbolic', () => {
    for (const text of ['0', '755', '7777', '00644', '+x', 'u=rwX,go-w', 'g=u', 'a+r', 'u+r-w', '=', 'ug+st'])
      assert.equal(fileModeProblem(text), undefined, text);
    for (const text of ['8', '10000', '75x', 'u', 'rwx', 'u+z', 'u=rw,', 'u=rg'])
      assert.ok(fileModeProblem(text), text);
  });
});

describe('Git queries', () => {
  function problem(url: string) {
    const found = parseGitQuery(url).problem;
    return found && url.slice(found.start, found.end);
  }
  it('take the known keys', () => {
    assert.equal(
      problem('https://h/r.git?tag=v1&subdir=a&keep-git-dir&submodules=false&mtime=commit&commit=abc'),
      undefined,
    );
    assert.equal(problem('https://h/r.git#v1:sub'), undefined);
    assert.equal(problem('https://h/r.git?#v1'), undefined);
    assert.equal(problem('https://h/r.git?ref=v1#v1'), undefined);
  });
  it('point at what is wrong', () => {
    assert.equal(problem('https://h/r.git?tga=v1'), 'tga');
    assert.equal(problem('https://h/r.git?tag'), 'tag');
    assert.equal(problem('https://h/r.git?tag=a&tag=b'), 'tag=b');
    assert.equal(problem('https://h/r.git?checksum=a&commit=b'), 'commit=b');
    assert.equal(problem('https://h/r.git?submodules=maybe'), 'maybe');
    assert.equal(problem('https://h/r.git?mtime=now'), 'now');
    assert.equal(problem('https://h/r.git?tag=a&branch=b'), 'tag=a&branch=b');
    assert.equal(problem('https://h/r.git?ref=a#b'), 'ref=a');
  });
});

describe('check directive', () => {
  it('has up to three parts, up to the first space', () => {
    const parsed = parseCheck('skip=A,B;experimental=C;error=true remark;x');
    assert.deepEqual(parsed.kind === 'options' && parsed.options, {
      skip: ['A', 'B'],
      experimental: ['C'],
      error: true,
    });
    const losing = parseCheck('skip=A, B');
    assert.deepEqual(losing.kind === 'options' && losing.options.skip, ['A', '']);
  });
  it('points at what is wrong', () => {
    const problems: Record<string, string> = {
      'skp=A': 'skp=A',
      'error=yes': 'yes',
      all: 'all',
      'skip=A;': '',
      'error=true;Skip=A': 'Skip=A',
    };
    for (const [text, expected] of Object.entries(problems)) {
      const parsed = parseCheck(text);
      assert.ok(parsed.kind === 'problem', text);
      assert.equal(text.slice(parsed.problem.start, parsed.problem.end), expected, text);
    }
  });
});

describe('frontend', () => {
  function frontend(text: string) {
    const found = dockerfileFile('file:///Dockerfile', text).model.frontend;
    return (
      found && [
        text.slice(found.span.start, found.span.end),
        found.isDockerfile,
        found.version?.join('.'),
        found.isLabs,
      ]
    );
  }
  it('is what the syntax directive names', () => {
    assert.equal(frontend('FROM a'), undefined);
    assert.deepEqual(frontend('# syntax=docker/dockerfile:1\nFROM a'), ['docker/dockerfile:1', true, undefined, false]);
    assert.deepEqual(frontend('# syntax=docker.io/docker/dockerfile:1.4.3@sha256:1 remark\nFROM a'), [
      'docker.io/docker/dockerfile:1.4.3@sha256:1',
      true,
      '1.4',
      false,
    ]);
    assert.deepEqual(frontend('# syntax=docker/dockerfile-upstream:1.10-labs\nFROM a'), [
      'docker/dockerfile-upstream:1.10-labs',
      true,
      '1.10',
      true,
    ]);
    assert.deepEqual(frontend('# syntax=example.org/nix\n{}'), ['example.org/nix', false, undefined, false]);
    assert.deepEqual(frontend('// syntax=a/b:1\nx'), ['a/b:1', false, undefined, false]);
    assert.deepEqual(frontend('{"syntax": "a/b"}'), ['{"syntax":', false, undefined, false]);
  });
});
