import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('dnf-pin-versions', () => {
  it('knows versions of RPM packages', async () => {
    await check(
      dockerfile,
      'dnf-pin-versions',
      'FROM fedora:42\nRUN dnf install -y a-1.0 b-1:1.2-3.fc42 gcc-c++-1.1.1 x.rpm https://example.com/y.rpm\nRUN dnf group install "Development Tools"\nRUN dnf module install -y nodejs:22\n',
    );
    await check(
      dockerfile,
      'dnf-pin-versions',
      'FROM fedora:42\nRUN dnf install -y «rpm-sign» c\nRUN microdnf install «a»\nRUN dnf module install «nodejs»\n',
    );
  });
  it('knows options with values', async () => {
    await check(dockerfile, 'dnf-pin-versions', 'FROM fedora:42\nRUN dnf --enablerepo x install -y a-1\n');
    await check(dockerfile, 'dnf-pin-versions', 'FROM fedora:42\nRUN dnf --enablerepo «x» install -y a-1\n', {
      options: { exact: true },
    });
  });
  it('takes a declared variable for a version', async () => {
    await check(dockerfile, 'dnf-pin-versions', 'FROM fedora:42\nARG V\nRUN dnf install a-$V «b-$W»\n');
    await check(dockerfile, 'dnf-pin-versions', 'FROM a:1\nARG V\nFROM b:1\nRUN dnf install «a-$V»\n');
    await check(dockerfile, 'dnf-pin-versions', 'FROM a:1\nARG V\nFROM b:1\nRUN dnf install a-$V\n', {
      options: { exact: true },
    });
    await check(dockerfile, 'dnf-pin-versions', 'FROM fedora:42\nENV V=1\nONBUILD RUN dnf install a-${V}\n');
  });
});
