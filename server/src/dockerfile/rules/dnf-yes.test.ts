import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('dnf-yes', () => {
  it('knows every way to say yes', async () => {
    await check(
      dockerfile,
      'dnf-yes',
      'FROM fedora:42\nRUN dnf -y install a\nRUN dnf install --assumeyes a\nRUN dnf update\n',
    );
    await check(dockerfile, 'dnf-yes', 'FROM fedora:42\nRUN «dnf groupinstall» a\nRUN «microdnf install» a\n', {
      fixed: 'FROM fedora:42\nRUN dnf groupinstall -y a\nRUN microdnf install -y a\n',
    });
  });
  it('takes the verb only where it stands', async () => {
    await check(dockerfile, 'dnf-yes', 'FROM fedora:42\nRUN dnf search install\n');
    await check(dockerfile, 'dnf-yes', 'FROM fedora:42\nRUN «dnf search install»\n', { options: { exact: true } });
  });
});
