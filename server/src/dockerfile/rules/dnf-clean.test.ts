import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('dnf-clean', () => {
  it('wants the cache removed behind the last install', async () => {
    await check(
      dockerfile,
      'dnf-clean',
      'FROM fedora:42\nRUN dnf clean all && dnf install -y a && dnf clean all\nRUN dnf install -y a && rm -rf /var/cache/dnf\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y a\nRUN dnf remove a\n',
    );
    await check(
      dockerfile,
      'dnf-clean',
      'FROM fedora:42\nRUN dnf clean all && «dnf install» -y a\nRUN «dnf -y upgrade»\nRUN «microdnf install» a && dnf clean all\n',
    );
    await check(dockerfile, 'dnf-clean', 'FROM fedora:42\nRUN dnf install -y a && rm -rf /tmp/x\n', {
      options: { exact: true },
    });
    await check(dockerfile, 'dnf-clean', 'FROM fedora:42\nRUN «dnf install» -y a && rm -rf /tmp/x\n');
  });
  it('leaves stages alone whose layers nobody gets', async () => {
    await check(
      dockerfile,
      'dnf-clean',
      'FROM fedora:42 AS a\nRUN dnf install -y a\nFROM scratch\nCOPY --from=a /a /a\n',
    );
    await check(
      dockerfile,
      'dnf-clean',
      'FROM fedora:42 AS a\nRUN «dnf install» -y a\nFROM scratch\nCOPY --from=a /a /a\n',
      { options: { exact: true } },
    );
  });
  it('cleans with the program that installed', async () => {
    await check(dockerfile, 'dnf-clean', 'FROM fedora:42\nRUN «microdnf install» -y a\n', {
      fixed: 'FROM fedora:42\nRUN microdnf install -y a && microdnf clean all\n',
    });
  });
});
