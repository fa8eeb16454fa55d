import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('yum-clean', () => {
  it('wants the cache removed behind the last install', async () => {
    await check(
      dockerfile,
      'yum-clean',
      'FROM almalinux:9\nRUN yum clean all && yum install -y a && yum clean all\nRUN yum install -y a && dnf clean all\nRUN yum install -y a && rm -rf /var/cache/yum\nRUN --mount=type=cache,target=/var/cache/yum yum install -y a\nRUN yum update\n',
    );
    await check(dockerfile, 'yum-clean', 'FROM almalinux:9\nRUN «yum install» -y a && rm -rf /tmp\n');
    await check(
      dockerfile,
      'yum-clean',
      'FROM almalinux:9\nRUN yum clean all && «yum install» -y a && yum clean all\nRUN yum install -y a && rm -rf /tmp\nRUN --mount=type=cache,target=/var/cache/yum «yum install» -y a\n',
      { options: { exact: true } },
    );
  });
  it('cleans once for all installs', async () => {
    await check(dockerfile, 'yum-clean', 'FROM almalinux:9\nRUN «yum install» -y a && «yum install» -y b\n', {
      fixed: 'FROM almalinux:9\nRUN yum install -y a && yum install -y b && yum clean all\n',
    });
  });
});
