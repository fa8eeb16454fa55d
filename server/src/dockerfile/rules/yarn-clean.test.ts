import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('yarn-clean', () => {
  it('knows every way to leave no cache', async () => {
    await check(
      dockerfile,
      'yarn-clean',
      'FROM node:22\nRUN yarn install && yarn cache clean\nRUN yarn install && rm -rf /usr/local/share/.cache/yarn\nRUN --mount=type=cache,target=/root/.yarn yarn install\nRUN yarn\nRUN yarn run install\n',
    );
    await check(
      dockerfile,
      'yarn-clean',
      'FROM node:22\nRUN YARN_CACHE_FOLDER=/dev/null yarn install\nRUN yarn config set cache-folder /c && yarn install\n',
    );
    await check(
      dockerfile,
      'yarn-clean',
      'FROM node:22\nRUN yarn cache clean && «yarn install»\nRUN yarn cache dir && «yarn install» --frozen-lockfile\n',
    );
    await check(dockerfile, 'yarn-clean', 'FROM node:22\nRUN yarn install && yarn cache dir\n', {
      options: { exact: true },
    });
  });
  it('looks at stages whose layers somebody gets', async () => {
    await check(dockerfile, 'yarn-clean', 'FROM node:22 AS a\nRUN «yarn install»\nFROM a\n');
    await check(dockerfile, 'yarn-clean', 'FROM node:22 AS a\nRUN yarn install\nFROM b:1\nCOPY --from=a /x /x\n');
  });
});
