import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('apk-pin-versions', () => {
  it('knows options with values', async () => {
    await check(
      dockerfile,
      'apk-pin-versions',
      'FROM alpine:3.22\nRUN apk add --no-cache -t .deps --repository https://example.com/ "a>=1" b~1 c.apk\n',
    );
    await check(
      dockerfile,
      'apk-pin-versions',
      'FROM alpine:3.22\nRUN apk -X https://example.com/ --arch x86_64 add «a»\n',
    );
  });
  it('reports one finding for a command', async () => {
    await check(dockerfile, 'apk-pin-versions', 'FROM alpine:3.22\nRUN apk add «a» b && apk add «c»\n');
    await check(dockerfile, 'apk-pin-versions', 'FROM alpine:3.22\nRUN apk add «a» b && apk add c\n', {
      options: { exact: true },
    });
  });
  it('takes the verb only where it stands', async () => {
    await check(dockerfile, 'apk-pin-versions', 'FROM alpine:3.22\nRUN apk del add\n');
    await check(dockerfile, 'apk-pin-versions', 'FROM alpine:3.22\nRUN apk «del» add x\n', {
      options: { exact: true },
    });
  });
});
