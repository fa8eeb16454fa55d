import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-latest-tag', () => {
  it('reads the tag as Docker does', async () => {
    await check(dockerfile, 'no-latest-tag', 'FROM localhost:5000/a:«latest»\n');
    await check(dockerfile, 'no-latest-tag', 'FROM localhost:5000/a:latest\n', { options: { exact: true } });
    await check(
      dockerfile,
      'no-latest-tag',
      'FROM a:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000\nFROM a:latest-slim\nFROM a:${V:-latest}\nFROM latest:1\n',
    );
  });
});
