import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { read, repository, trackedFiles } from '../support/repository.ts';

const manifest = JSON.parse(read('package.json'));

describe('files of the repository', () => {
  const texts = trackedFiles().filter((file) => !/\.(png|gif|ico|vsix)$/.test(file));

  it('name no path of the machine they were written on', () => {
    const places = [repository, path.join(os.tmpdir(), 'dockwright')];
    assert.deepEqual(
      filesWith((text) => places.some((place) => text.includes(place))),
      [],
    );
  });

  it('leave nothing for later and switch no test off', () => {
    const later = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => `\\b${word}\\b`).join('|'));
    const off = /\b(?:it|describe|context|before|after)\.(?:skip|only)\(|\bthis\.skip\(/;
    const ours = (file: string): boolean => /^(client|server|tools|test)\/.*\.[cm]?[jt]s$/.test(file);
    assert.deepEqual(
      filesWith((text, file) => ours(file) && (later.test(text) || off.test(text))),
      [],
    );
  });

  it('give a reason for every silenced check', () => {
    const bare = /@ts-(?:ignore|nocheck)\b|@ts-expect-error\s*$|biome-ignore(?:-all|-start)?\s+\S+:?\s*$/m;
    assert.deepEqual(
      filesWith((text, file) => /\.[cm]?[jt]s$/.test(file) && bare.test(text)),
      [],
    );
  });

  it('lock packages without the address of a registry', () => {
    const packages: Record<string, { resolved?: string }> = JSON.parse(read('package-lock.json')).packages;
    const addressed = Object.entries(packages).filter(([, { resolved }]) => /^https?:/.test(resolved ?? ''));
    assert.deepEqual(
      addressed.map(([name]) => name),
      [],
    );
  });

  it('are under the licence that the manifests name', () => {
    assert.match(read('LICENSE'), /^MIT License/);
    for (const folder of ['.', 'client', 'server']) {
      assert.equal(JSON.parse(read(`${folder}/package.json`)).license, 'MIT', folder);
    }
  });

  it('have one version', () => {
    for (const folder of ['client', 'server']) {
      assert.equal(JSON.parse(read(`${folder}/package.json`)).version, manifest.version, folder);
    }
    assert.ok(read('CHANGELOG.md').includes(`## ${manifest.version}`));
  });

  it('mention only npm scripts that exist', () => {
    const documents = texts.filter((file) => file.endsWith('.md') && !file.startsWith('samples/'));
    const wrong: string[] = [];
    for (const file of documents) {
      for (const [, name = ''] of read(file).matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g)) {
        if (!(name in manifest.scripts)) wrong.push(`${file}: ${name}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('link only to files that exist', () => {
    const documents = texts.filter((file) => file.endsWith('.md'));
    const dead: string[] = [];
    for (const file of documents) {
      for (const [, target = ''] of read(file).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)) {
        if (!existsSync(path.join(repository, path.dirname(file), target))) dead.push(`${file}: ${target}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('start the scripts and tools that the manifest names', () => {
    const named = Object.values<string>(manifest.scripts).flatMap(
      (script) => script.match(/\b(?:tools|test)\/[\w/.]+/g) ?? [],
    );
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((file) => !existsSync(path.join(repository, file))),
      [],
    );
  });

  it('pass the checks: generated files, format, lint, types', () => {
    const steps = [
      ['node_modules/tsx/dist/cli.mjs', 'tools/generate/main.ts', '--check'],
      ['node_modules/@biomejs/biome/bin/biome', 'check', '--max-diagnostics=20', '.'],
      ['node_modules/typescript/bin/tsc', '--noEmit'],
    ];
    for (const step of steps) {
      const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: repository, encoding: 'utf8' });
      assert.equal(status, 0, `${step.join(' ')}\n${stdout}${stderr}`.slice(0, 4000));
    }
  });

  function filesWith(wrong: (text: string, file: string) => boolean): string[] {
    return texts.filter((file) => wrong(readFileSync(path.join(repository, file), 'utf8'), file));
  }
});
