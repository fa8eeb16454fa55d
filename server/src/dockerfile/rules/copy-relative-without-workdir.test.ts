import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('copy-relative-without-workdir', () => {
  it('knows the WORKDIR of the stages below', async () => {
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1 AS b\nWORKDIR /x\nFROM b\nCOPY x y\n');
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nWORKDIR /x\nFROM a:1\nCOPY x «y»\n');
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nWORKDIR /x\nFROM a:1\nCOPY x y\n', {
      options: { exact: true },
    });
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nCOPY x «y»\nWORKDIR /x\nCOPY x z\n');
  });
  it('tells once for each stage', async () => {
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nCOPY x «y»\nCOPY z .\nFROM b:1\nCOPY x «y»\n');
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nCOPY x «y»\nCOPY z «.»\n', {
      options: { exact: true },
    });
  });
  it('leaves absolute paths and variables alone', async () => {
    await check(
      dockerfile,
      'copy-relative-without-workdir',
      'FROM a:1\nCOPY x /y\nCOPY x $y\nCOPY x "C:\\y"\nADD x y\nCOPY x\nONBUILD COPY x y\n',
    );
  });
  it('puts the slash inside quotes', async () => {
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nCOPY x «"./y"»\n', {
      fixed: 'FROM a:1\nCOPY x "/y"\n',
    });
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nCOPY ["x", «"."»]\n', {
      fixed: 'FROM a:1\nCOPY ["x", "/"]\n',
    });
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nCOPY x «..»\n', {
      fixed: 'FROM a:1\nCOPY x /..\n',
    });
    await check(dockerfile, 'copy-relative-without-workdir', 'FROM a:1\nCOPY x «./»\n', {
      fixed: 'FROM a:1\nCOPY x /\n',
    });
  });
});
