import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-secret-name', () => {
  it('looks at names, not at values', async () => {
    await check(dockerfile, 'no-secret-name', 'FROM a:1\nENV A=password\nLABEL token=x\nARG KEY\nARG USERNAME=app\n');
    await check(
      dockerfile,
      'no-secret-name',
      'ARG «TOKEN»\nFROM a:1\nENV A=1 «My_Secret»=2 «docker_email»=3\nONBUILD ENV «PASSWORD»=x\nARG A «SECRET»\n',
    );
    await check(
      dockerfile,
      'no-secret-name',
      'FROM a:1\nENV «A_TOKEN»=1 B_TOKEN=2\nARG A SECRET\nARG «USERNAME»=app\n',
      {
        options: { exact: true },
      },
    );
  });
});
