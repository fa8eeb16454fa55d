import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('pipefail', () => {
  it('knows shells and scripts that notice', async () => {
    await check(dockerfile, 'pipefail', 'FROM debian:12\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN a | b\n');
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN set -o pipefail; a | b\n');
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN <<E\n#!/bin/bash -eo pipefail\na | b\nE\n');
    await check(
      dockerfile,
      'pipefail',
      'FROM a:1 AS x\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM x\nRUN a | b\n',
    );
    await check(
      dockerfile,
      'pipefail',
      'FROM a:1 AS x\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM x\nRUN a «|» b\n',
      { options: { exact: true } },
    );
  });
  it('lets pipes be that cannot fail on the left', async () => {
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN echo a | b && printf x | c && yes | d\n');
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN echo a «|» b | c\n');
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN a || b; c > d\n');
  });
  it('leaves other languages alone', async () => {
    await check(dockerfile, 'pipefail', 'FROM a:1\nSHELL ["powershell", "-Command"]\nRUN a | b\n');
    await check(dockerfile, 'pipefail', 'FROM a:1\nSHELL ["C:\\\\x\\\\powershell.exe"]\nRUN a «|» b\n', {
      options: { exact: true },
    });
  });
  it('sets the shell before the first RUN that needs it', async () => {
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN a «|» b\nRUN c «|» d\n', {
      fixed: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b\nRUN c | d\n',
    });
    await check(dockerfile, 'pipefail', 'FROM node:22-alpine\nRUN a «|» b\n', {
      fixed: 'FROM node:22-alpine\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN a | b\n',
    });
    await check(dockerfile, 'pipefail', 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN a «|»& b\n', {
      fixed: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a |& b\n',
    });
  });
  it('finds pipes inside', async () => {
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN if a «|» b; then c; fi\n');
    await check(dockerfile, 'pipefail', 'FROM debian:12\nRUN x=$(a «|» b)\n');
    await check(dockerfile, 'pipefail', 'FROM debian:12\n«RUN» a && \\\n  b | c\n', { options: { exact: true } });
  });
});
