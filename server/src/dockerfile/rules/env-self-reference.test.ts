import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('env-self-reference', () => {
  it('lets a variable be used that had a value before', async () => {
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nARG A\nENV A=1 B=$A\n');
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV A=1\nENV A=2 B=$A\n');
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV PATH=/x:$PATH B=1\nENV A=$A:1\n');
  });
  it('knows the stages', async () => {
    await check(dockerfile, 'env-self-reference', 'FROM a:1\nENV A=0\nFROM b:1\nENV A=1 B=«$A»\n');
    await check(dockerfile, 'env-self-reference', 'FROM a:1\nENV A=0\nFROM b:1\nENV A=1 B=$A\n', {
      options: { exact: true },
    });
  });
  it('sees every form of a reference', async () => {
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV A=1 B=«${A:-x}»\n');
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV A=1 B=${A:-x}\n', { options: { exact: true } });
    await check(dockerfile, 'env-self-reference', "FROM debian:12\nENV A=1 B='$A'\n");
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV A=1 B=$AB C=\\$A\n');
  });
  it('splits where the definition comes first', async () => {
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV A=1 \\\n    B=«$A» \\\n    C=3\n', {
      fixed: 'FROM debian:12\nENV A=1\nENV B=$A \\\n    C=3\n',
    });
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV B=«$A» A=1\n', {
      fixed: 'FROM debian:12\nENV B=$A A=1\n',
    });
    await check(dockerfile, 'env-self-reference', 'FROM debian:12\nENV A=1 B=«$A» C=«$B»\n', {
      fixed: 'FROM debian:12\nENV A=1\nENV B=$A\nENV C=$B\n',
    });
  });
});
