import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ErrorFacts } from '../../server/src/lint/linted.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import { read, repository, trackedFiles } from '../support/repository.ts';

const folders = [...new Set(trackedFiles('server/src').map((file) => /^.*\/rules(?=\/)/.exec(file)?.[0]))]
  .filter((folder) => folder !== undefined)
  .sort();

describe('rules', () => {
  it('exist for both languages', () => {
    assert.ok(folders.includes('server/src/dockerfile/rules'));
    assert.ok(folders.includes('server/src/compose/rules'));
  });

  for (const folder of folders) {
    describe(folder, () => {
      const ids = trackedFiles(folder)
        .map((file) => path.posix.relative(folder, file))
        .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== 'index.ts')
        .map((file) => file.slice(0, -'.ts'.length));
      let rules: readonly Rule<never>[] = [];

      before(async () => {
        rules = (await import(pathToFileURL(path.join(repository, folder, 'index.ts')).href)).rules;
      });

      it('are named after their files and all registered', () => {
        assert.ok(ids.length > 0);
        assert.deepEqual(rules.map(({ id }) => id).sort(), ids.sort());
      });

      it('have examples, a summary and a reason', () => {
        const thin = rules.filter(({ examples, summary, why }) => examples.length === 0 || !summary || !why);
        assert.deepEqual(
          thin.map(({ id }) => id),
          [],
        );
      });

      it('have their examples run by a test', () => {
        const tests = trackedFiles(path.posix.dirname(folder)).filter((file) => file.endsWith('.test.ts'));
        assert.ok(
          tests.some((file) => read(file).includes('checkExamples')),
          `no test in ${folder} runs the examples`,
        );
      });

      it('have a page of documentation', () => {
        const missing = rules.filter(({ id }) => !existsSync(path.join(repository, `docs/rules/${id}.md`)));
        assert.deepEqual(
          missing.map(({ id }) => id),
          [],
        );
      });
    });
  }

  it('and errors of the languages are the only pages of docs/rules', async () => {
    const ids = folders.flatMap((folder) => trackedFiles(folder)).map((file) => path.posix.basename(file, '.ts'));
    for (const folder of folders) {
      const errors = path.join(repository, path.dirname(folder), 'errors/index.ts');
      const { errorFacts } = await import(pathToFileURL(errors).href);
      ids.push(...errorFacts.map(({ id }: ErrorFacts) => id));
    }
    const strays = trackedFiles('docs/rules').map((file) => path.posix.basename(file, '.md'));
    assert.deepEqual(
      strays.filter((id) => !ids.includes(id) && !/^(index|README)$/.test(id)),
      [],
    );
  });
});
