import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dialectOfShebang, shellDialect } from './dialect.ts';

describe('shellDialect', () => {
  it('knows shells by their program', () => {
    assert.equal(shellDialect(['/bin/sh', '-c']), 'sh');
    assert.equal(shellDialect(['/bin/bash', '-o', 'pipefail', '-c']), 'bash');
    assert.equal(shellDialect(['/bin/ash', '-eo', 'pipefail', '-c']), 'ash');
    assert.equal(shellDialect(['/bin/busybox', 'sh', '-c']), 'ash');
    assert.equal(shellDialect(['/usr/bin/env', 'zsh', '-c']), 'zsh');
    assert.equal(shellDialect(['mksh', '-c']), 'ksh');
    assert.equal(shellDialect(['powershell', '-Command']), 'powershell');
    assert.equal(shellDialect(['C:\\Program Files\\PowerShell\\7\\pwsh.exe', '-c']), 'powershell');
    assert.equal(shellDialect(['C:\\Windows\\System32\\CMD.EXE', '/S', '/C']), 'cmd');
  });

  it('looks for a shell behind a wrapper', () => {
    assert.equal(shellDialect(['conda', 'run', '-n', 'env', '/bin/bash', '-c']), 'bash');
    assert.equal(shellDialect(['/wrapper', '-lc']), 'bash');
    assert.equal(shellDialect(['/usr/bin/python3', '-c']), 'unknown');
    assert.equal(shellDialect(['/wrapper']), 'unknown');
    assert.equal(shellDialect([]), 'unknown');
  });
});

describe('dialectOfShebang', () => {
  it('reads the first line', () => {
    assert.equal(dialectOfShebang('#!/bin/bash -eux\nfoo'), 'bash');
    assert.equal(dialectOfShebang('#! /usr/bin/env -S FOO=1 dash -e\n'), 'dash');
    assert.equal(dialectOfShebang('#!/usr/bin/env python3\nimport os'), 'unknown');
    assert.equal(dialectOfShebang('#!'), 'unknown');
    assert.equal(dialectOfShebang('# comment'), undefined);
    assert.equal(dialectOfShebang('foo'), undefined);
  });
});
