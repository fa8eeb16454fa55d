import assert from 'node:assert/strict';
import { languageIdOf } from './languageIds.ts';

describe('languageIdOf', () => {
  const names: Record<string, string[]> = {
    dockerfile: [
      'Dockerfile',
      'dockerfile',
      'Dockerfile.dev',
      'Dockerfile-dev',
      'Dockerfile_x',
      'dev.Dockerfile',
      'a.dockerfile',
      'Containerfile',
      'Containerfile.x',
      'x.containerfile',
      '/a/b/Dockerfile',
      'C:\\x\\Dockerfile',
      'file:///a%20b/Dockerfile',
      'Dockerfile.py',
      'Dockerfile.1.2',
    ],
    compose: [
      'compose.yaml',
      'compose.yml',
      'docker-compose.yml',
      'docker-compose.override.yaml',
      'compose.dev.yaml',
      'compose-dev.yml',
      'podman-compose.yml',
      'Docker-Compose.yml',
      'file:///a/compose.yaml',
    ],
    dockerignore: ['.dockerignore', 'Dockerfile.dockerignore', 'a/.containerignore', 'dev.Dockerfile.dockerignore'],
    none: [
      'Dockerfile.md',
      'Dockerfile.j2',
      'Dockerfile.tmpl',
      'Dockerfile~',
      'dockerfiles',
      'mydockerfile',
      'composer.yml',
      'compose.json',
      'x-compose.txt',
      'README',
      '',
      'docker.yaml',
      '.gitignore',
      'Dockerfile/',
      'composer-x.yaml',
    ],
  };
  for (const [id, list] of Object.entries(names)) {
    for (const name of list) {
      it(`${name} → ${id}`, () => assert.equal(languageIdOf(name) ?? 'none', id));
    }
  }

  it('believes the editor, except where its id says little', () => {
    assert.equal(languageIdOf('x.txt', 'dockerfile'), 'dockerfile');
    assert.equal(languageIdOf('x.yml', 'dockercompose'), 'compose');
    assert.equal(languageIdOf('x.yml', 'yaml'), undefined);
    assert.equal(languageIdOf('compose.yml', 'yaml'), 'compose');
    assert.equal(languageIdOf('.dockerignore', 'ignore'), 'dockerignore');
    assert.equal(languageIdOf('untitled:Untitled-1', 'dockerfile'), 'dockerfile');
  });
});
