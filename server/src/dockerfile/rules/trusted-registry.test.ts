import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('trusted-registry', () => {
  it('knows stages, scratch and what only the build knows', async () => {
    await check(
      dockerfile,
      'trusted-registry',
      'ARG R\nFROM $R/a:1\nFROM debian:12 AS Base\nFROM base\nFROM scratch\nCOPY --from=0 a b\nCOPY --from=Base a b\n',
      { options: { trustedRegistries: ['docker.io'] } },
    );
    await check(dockerfile, 'trusted-registry', 'FROM «localhost:5000/a:1»\n', {
      options: { trustedRegistries: ['docker.io'] },
    });
    await check(dockerfile, 'trusted-registry', 'FROM localhost:5000/a:1\n', {
      options: { trustedRegistries: ['docker.io'], exact: true },
    });
  });
  it('matches patterns at both ends', async () => {
    await check(
      dockerfile,
      'trusted-registry',
      'FROM a.example.com/x:1\nFROM gcr.io/x:1\nFROM «ghcr.io/x:1»\nFROM debian:12\n',
      { options: { trustedRegistries: ['*.example.com', 'gcr.*', 'hub.docker.com'] } },
    );
    await check(dockerfile, 'trusted-registry', 'FROM ghcr.io/x:1\nFROM debian:12\n', {
      options: { trustedRegistries: ['*'] },
    });
  });
  it('looks at mounts', async () => {
    await check(
      dockerfile,
      'trusted-registry',
      'FROM debian:12\nRUN --mount=from=«ghcr.io/x:1»,target=/x --mount=type=secret,id=y z\n',
      { options: { trustedRegistries: ['docker.io'] } },
    );
  });
});
