import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('pip-pin-versions', () => {
  it('knows what has a version of its own', async () => {
    await check(
      dockerfile,
      'pip-pin-versions',
      'FROM python:3.13\nRUN pip install -r a.txt b && pip install . && pip install ".[dev]" && pip install -e ./x && pip install a.whl ./b c.zip\nRUN pip install git+https://e.com/a@v1\n',
    );
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN pip install «"a[x]"»\n');
  });
  it('does not take an address for a version', async () => {
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN pip install «git+ssh://git@e.com/a»\n');
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN pip install git+ssh://git@e.com/a\n', {
      options: { exact: true },
    });
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN pip install gitpython/x\n');
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN pip install «gitpython/x»\n', {
      options: { exact: true },
    });
  });
  it('knows options with values', async () => {
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN pip install --cache-dir /x --timeout 5 a==1\n');
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN python -m pip --no-input install «a»\n');
    await check(dockerfile, 'pip-pin-versions', 'FROM python:3.13\nRUN pip install --timeout «5» a==1\n', {
      options: { exact: true },
    });
  });
});
