import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MappedText } from '../text/mappedText.ts';
import { dependencyInstall } from './dependencies.ts';
import { parseScript } from './script.ts';

function installs(text: string): boolean {
  const [command] = parseScript(MappedText.plain(text, 0)).commands;
  return command !== undefined && dependencyInstall(command) !== undefined;
}

describe('installing what a manifest lists', () => {
  for (const text of [
    'npm ci',
    'npm install --omit dev',
    'npm --prefix web i',
    'yarn',
    'yarn --frozen-lockfile',
    'yarn install',
    'pnpm i --frozen-lockfile',
    'bun install',
    'pip install -r requirements.txt',
    'pip3 install --no-cache-dir --requirement=a/b.txt',
    'python3 -m pip install -r requirements.txt',
    'poetry install --no-root',
    'pipenv install --system --deploy',
    'pipenv sync',
    'uv sync --locked',
    'bundle install',
    'composer install --no-dev',
    'go mod download',
    'cargo fetch',
    'mvn -B dependency:go-offline',
    'dotnet restore app.csproj',
    'mix deps.get',
  ])
    it(`is what '${text}' does`, () => assert.ok(installs(text)));

  for (const text of [
    'npm install express',
    'npm install -g npm',
    'npm run build',
    'yarn add x',
    'yarn build',
    'yarn --version',
    'pip install flask',
    'pipenv install flask',
    'pip install .',
    'poetry build',
    'go build ./...',
    'go mod tidy',
    'cargo build',
    'mvn package',
    'dotnet build',
  ])
    it(`is not what '${text}' does`, () => assert.ok(!installs(text)));
});
