import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('yum-pin-versions', () => {
  it('knows versions of RPM packages', async () => {
    await check(
      dockerfile,
      'yum-pin-versions',
      'FROM almalinux:9\nRUN yum install -y a-1.0 openssl-1:1.1.1k x.rpm && yum module install a:1\n',
    );
    await check(
      dockerfile,
      'yum-pin-versions',
      'FROM almalinux:9\nRUN yum install -y «rpm-sign» b && yum module install «a»\n',
    );
    await check(dockerfile, 'yum-pin-versions', 'FROM almalinux:9\nRUN yum install -y «x.rpm»\n', {
      options: { exact: true },
    });
  });
  it('takes a declared variable for a version', async () => {
    await check(dockerfile, 'yum-pin-versions', 'FROM almalinux:9\nENV V=1\nRUN yum install a-$V «b-$W»\n');
    await check(dockerfile, 'yum-pin-versions', 'FROM a:1\nENV V=1\nFROM b:1\nRUN yum install «a-$V»\n', {
      options: { exact: true },
    });
  });
});
