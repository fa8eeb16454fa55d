import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('absolute-workdir', () => {
  it('takes drives and variables for absolute', async () => {
    await check(
      dockerfile,
      'absolute-workdir',
      'FROM a:1\nWORKDIR C:\\app\nWORKDIR "d:/x"\nWORKDIR $HOME/x\nWORKDIR "${X}"\nWORKDIR \'/a b\'\n',
    );
  });
  it('joins with the folder before, where it is written down plainly', async () => {
    await check(dockerfile, 'absolute-workdir', 'FROM a:1\nWORKDIR /srv/\nWORKDIR «./app»\n', {
      fixed: 'FROM a:1\nWORKDIR /srv/\nWORKDIR /srv/app\n',
    });
    await check(dockerfile, 'absolute-workdir', 'FROM a:1\nWORKDIR $X\nWORKDIR «app»\n', {
      fixed: 'FROM a:1\nWORKDIR $X\nWORKDIR /app\n',
    });
  });
  it('leaves ONBUILD and missing paths alone', async () => {
    await check(dockerfile, 'absolute-workdir', 'FROM a:1\nONBUILD WORKDIR app\nWORKDIR\n');
  });
});
