import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('pin-base-image', () => {
  it('knows stages, variables and ports', async () => {
    await check(
      dockerfile,
      'pin-base-image',
      'ARG I=a\nARG V=1\nFROM $I\nFROM a:$V AS Base\nFROM base\nFROM scratch\nFROM a@sha256:0000000000000000000000000000000000000000000000000000000000000000\n',
    );
    await check(dockerfile, 'pin-base-image', 'FROM «localhost:5000/a»\n');
    await check(dockerfile, 'pin-base-image', 'FROM localhost:5000/a\n', { options: { exact: true } });
    await check(dockerfile, 'pin-base-image', 'FROM a:1 AS Base\nFROM «base»\n', { options: { exact: true } });
  });
  it('expands what stands inside a name', async () => {
    await check(dockerfile, 'pin-base-image', 'ARG I=a:1\nARG J=b\nFROM team/$I\nFROM «team/$J»\n');
    await check(dockerfile, 'pin-base-image', 'ARG I=a:1\nFROM «team/$I»\n', { options: { exact: true } });
    await check(dockerfile, 'pin-base-image', 'ARG I\nFROM team/$I\n');
  });
  it('leaves names to the language that are none', async () => {
    await check(dockerfile, 'pin-base-image', 'FROM Not_An_Image!\n');
  });
});
