import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('apk-no-cache', () => {
  it('is content with any way that leaves no cache', async () => {
    await check(
      dockerfile,
      'apk-no-cache',
      'FROM alpine:3.22\nRUN apk --no-cache add a\nRUN apk add a && rm -rf /var/cache/apk/*\nRUN --mount=type=cache,target=/etc/apk/cache apk add a\nRUN apk update\n',
    );
    await check(
      dockerfile,
      'apk-no-cache',
      'FROM alpine:3.22\nRUN --mount=type=cache,target=/var/cache/apk apk add a\n',
    );
  });
  it('leaves stages alone whose layers nobody gets', async () => {
    await check(
      dockerfile,
      'apk-no-cache',
      'FROM alpine:3.22 AS build\nRUN apk add a\nFROM scratch\nCOPY --from=build /a /a\n',
    );
    await check(dockerfile, 'apk-no-cache', 'FROM alpine:3.22 AS base\nRUN «apk add» a\nFROM base\n');
  });
  it('keeps to hadolint in exact mode', async () => {
    await check(dockerfile, 'apk-no-cache', 'FROM alpine:3.22\nRUN «apk add» a && rm -rf /var/cache/apk/*\n', {
      options: { exact: true },
    });
    await check(dockerfile, 'apk-no-cache', 'FROM alpine:3.22\n«RUN» true && \\\n  apk add a && \\\n  apk add b\n', {
      options: { exact: true },
      fixed: 'FROM alpine:3.22\nRUN true && \\\n  apk add --no-cache a && \\\n  apk add b\n',
    });
  });
  it('removes an update that nothing needs', async () => {
    await check(dockerfile, 'apk-no-cache', 'FROM a\nRUN <<E\n«apk update»\napk add --no-cache a\nE\n', {
      fixed: 'FROM a\nRUN <<E\napk add --no-cache a\nE\n',
    });
    await check(
      dockerfile,
      'apk-no-cache',
      'FROM a\nRUN «apk update» && \\\n    apk --no-cache upgrade && \\\n    true\n',
      {
        fixed: 'FROM a\nRUN apk --no-cache upgrade && \\\n    true\n',
      },
    );
    const silent = [
      'apk update && apk upgrade && apk add a && rm -rf /var/cache/apk/*',
      'apk update && apk search x && apk add --no-cache a',
      'apk update',
    ];
    for (const command of silent) await check(dockerfile, 'apk-no-cache', `FROM a\nRUN ${command}\n`);
    await check(dockerfile, 'apk-no-cache', 'FROM a\nRUN apk update && apk add --no-cache a\n', {
      options: { exact: true },
    });
  });
  it('adds the option in every form', async () => {
    await check(dockerfile, 'apk-no-cache', 'FROM alpine:3.22\nRUN [«"apk", "add"», "a"]\n', {
      fixed: 'FROM alpine:3.22\nRUN ["apk", "add", "--no-cache", "a"]\n',
    });
    await check(dockerfile, 'apk-no-cache', 'FROM alpine:3.22\nRUN <<EOF\n«apk add» a\nEOF\n', {
      fixed: 'FROM alpine:3.22\nRUN <<EOF\napk add --no-cache a\nEOF\n',
    });
    await check(dockerfile, 'apk-no-cache', 'FROM alpine:3.22\nONBUILD RUN «apk add» \\\n  a\n', {
      fixed: 'FROM alpine:3.22\nONBUILD RUN apk add --no-cache \\\n  a\n',
    });
  });
});
