import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('pip-no-cache-dir', () => {
  it('knows every way to turn the cache off', async () => {
    await check(
      dockerfile,
      'pip-no-cache-dir',
      'FROM python:3.13\nRUN pip --no-cache-dir install a\nRUN PIP_NO_CACHE_DIR=1 pip install a\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\nRUN --mount=type=cache,target=/root/.cache pip install a\nRUN pipx install a\n',
    );
    await check(dockerfile, 'pip-no-cache-dir', 'FROM python:3.13\nRUN PIP_NO_CACHE_DIR=0 «pip install» a\n');
  });
  it('is content when the cache is emptied behind', async () => {
    for (const clean of ['pip cache purge', 'rm -rf /root/.cache', 'rm -rf ~/.cache/pip', 'rm -r $HOME/.cache/*']) {
      await check(dockerfile, 'pip-no-cache-dir', `FROM a:1\nRUN pip install a && ${clean}\n`);
      await check(dockerfile, 'pip-no-cache-dir', `FROM a:1\nRUN «pip install» a && ${clean}\n`, {
        options: { exact: true },
      });
    }
    await check(dockerfile, 'pip-no-cache-dir', 'FROM a:1\nRUN rm -rf ~/.cache && «pip install» a && rm -rf /tmp/x\n');
  });
  it('follows ENV through stages', async () => {
    await check(
      dockerfile,
      'pip-no-cache-dir',
      'FROM a:1 AS b\nENV PIP_NO_CACHE_DIR=1\nFROM b\nRUN pip install a\nONBUILD RUN pip install a\n',
    );
    await check(dockerfile, 'pip-no-cache-dir', 'FROM a:1\nENV PIP_NO_CACHE_DIR=1\nFROM a:1\nRUN «pip install» a\n');
    await check(
      dockerfile,
      'pip-no-cache-dir',
      'FROM a:1\nENV PIP_NO_CACHE_DIR=1\nFROM a:1\nRUN pip install a\nONBUILD RUN «pip install» a\n',
      { options: { exact: true } },
    );
    await check(
      dockerfile,
      'pip-no-cache-dir',
      'FROM a:1\nENV PIP_NO_CACHE_DIR=1\nENV PIP_NO_CACHE_DIR=0\nRUN «pip install» a\n',
    );
  });
  it('leaves stages alone whose layers nobody gets', async () => {
    await check(dockerfile, 'pip-no-cache-dir', 'FROM a:1 AS b\nRUN pip install a\nFROM c:1\nCOPY --from=b /x /x\n');
  });
  it('adds the option behind install', async () => {
    await check(
      dockerfile,
      'pip-no-cache-dir',
      'FROM python:3.13\nRUN «python3 -m pip install» \\\n  -r a.txt && «pip3.11 install» b\n',
      {
        fixed:
          'FROM python:3.13\nRUN python3 -m pip install --no-cache-dir \\\n  -r a.txt && pip3.11 install --no-cache-dir b\n',
      },
    );
  });
});
