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
