import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('port-in-range', () => {
  it('leaves it to the error of the language outside the profile hadolint', async () => {
    await check(dockerfile, 'port-in-range', 'FROM a:1\nEXPOSE 70000\n');
    await check(dockerfile, 'port-in-range', 'FROM a:1\nEXPOSE «80-70000»\n', { options: { exact: true } });
    await check(dockerfile, 'port-in-range', 'FROM a:1\nEXPOSE 65535 $P 80-90/udp\n', { options: { exact: true } });
  });
});
