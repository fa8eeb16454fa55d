import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('npm-pin-versions', () => {
  it('knows options with values', async () => {
    await check(
      dockerfile,
      'npm-pin-versions',
      'FROM node:22\nRUN npm --prefix /x install a@1\nRUN npm install --registry https://e.com/ @b/c@2\n',
    );
    await check(dockerfile, 'npm-pin-versions', 'FROM node:22\nRUN npm install --prefix «y» a@1\n', {
      options: { exact: true },
    });
  });
  it('knows what has a version of its own', async () => {
    await check(
      dockerfile,
      'npm-pin-versions',
      'FROM node:22\nRUN npm install . && npm install ./a && npm install a.tgz && npm install git+https://e.com/a#1 && npm ci && npm install\n',
    );
    await check(
      dockerfile,
      'npm-pin-versions',
      'FROM node:22\nRUN npm install «git+https://me@e.com/a»\nRUN npm install «@b/c»\nRUN npm run install a\n',
    );
    await check(dockerfile, 'npm-pin-versions', 'FROM node:22\nRUN npm install «.»\n', { options: { exact: true } });
  });
});
