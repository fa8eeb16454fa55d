import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('join-runs', () => {
  it('keeps apart what is different', async () => {
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN a\nENV b=c\nRUN d\n');
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN a && b\nRUN c\n');
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN --network=none a\nRUN b\n');
    await check(
      dockerfile,
      'join-runs',
      'FROM alpine:3.22\nRUN --mount=type=cache,target=/x a\n«RUN» --mount=target=/x,type=cache b\n',
    );
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN a\nONBUILD RUN b\n');
  });
  it('joins only plain commands', async () => {
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN cd /x\n«RUN» b\n', {
      fixed: 'FROM alpine:3.22\nRUN cd /x\nRUN b\n',
    });
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN ["a"]\n«RUN» b\n', {
      fixed: 'FROM alpine:3.22\nRUN ["a"]\nRUN b\n',
    });
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN a # c\n«RUN» b\n', {
      fixed: 'FROM alpine:3.22\nRUN a # c\nRUN b\n',
    });
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN a &\n«RUN» b\n', {
      fixed: 'FROM alpine:3.22\nRUN a &\nRUN b\n',
    });
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN <<E\na\nE\n«RUN» b\n', {
      fixed: 'FROM alpine:3.22\nRUN <<E\na\nE\nRUN b\n',
    });
  });
  it('drops the flags of the second', async () => {
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN --network=none a \\\n  x\n\n«RUN» --network=none b\n', {
      fixed: 'FROM alpine:3.22\nRUN --network=none a \\\n  x && \\\n    b\n',
    });
  });
  it('takes a directive for something between only as hadolint does', async () => {
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN a\n# escape=x\n«RUN» b\n');
    await check(dockerfile, 'join-runs', 'FROM alpine:3.22\nRUN a\n# escape=x\nRUN b\n', { options: { exact: true } });
  });
});
