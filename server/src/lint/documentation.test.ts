import assert from 'node:assert/strict';
import { errorDocumentation, findingReason, ruleDocumentation } from './documentation.ts';
import { wordRule } from './toy.ts';

describe('ruleDocumentation', () => {
  const page = ruleDocumentation(
    wordRule('a', {
      id: 'some-rule',
      fixable: true,
      same: ['hadolint/DL3006', 'buildkit/JSONArgsRecommended'],
      near: ['shellcheck/SC2086', 'dclint/no-x'],
      severityIn: { hadolint: 'info' },
      examples: [
        { bad: 'FROM «a`b»\nRUN «\nx»', good: 'FROM b\n', options: { strictLabels: true }, files: { 'x/y': '' } },
        { bad: '«»x ```y' },
      ],
    }),
    'dockerfile',
  );

  it('tells all facts', () => {
    for (const part of [
      '# some-rule\n\nNo a.\n\nBecause.',
      '| Profiles | recommended, strict, hadolint (info), buildkit |',
      '[hadolint DL3006](https://github.com/hadolint/hadolint/wiki/DL3006)',
      '[BuildKit JSONArgsRecommended](https://docs.docker.com/go/dockerfile/rule/json-args-recommended/)',
      '| Related findings | [ShellCheck SC2086](https://www.shellcheck.net/wiki/SC2086), dclint no-x |',
      'Reported at ``a`b`` (with options `{"strictLabels":true}`, beside `x/y`):',
      '```dockerfile\nFROM a`b\nRUN \nx\n```\n\nFine:\n\n```dockerfile\nFROM b\n```',
      '````dockerfile\nx ```y\n````',
      '- `# dockwright ignore=some-rule` above the line',
      '`# hadolint ignore=DL3006`, `# check=skip=JSONArgsRecommended`, `# shellcheck disable=SC2086`, `# dclint disable-line no-x`',
    ]) {
      assert.ok(page.includes(part), `${part}\n--- in ---\n${page}`);
    }
  });

  it('ends with one line break and has no markers', () => {
    assert.match(page, /[^\n]\n$/);
    assert.doesNotMatch(page, /[«»]/);
  });
});

it('errorDocumentation says that errors stay', () => {
  const page = errorDocumentation(
    { id: 'shouting', summary: 'No shouting.', why: 'It is loud.', examples: [{ bad: '«!»' }] },
    'compose',
  );
  assert.ok(page.startsWith('# shouting\n\nNo shouting.\n\nIt is loud.\n\nAn error in Compose files'));
  assert.ok(page.endsWith('```yaml\n!\n```\n'));
});

describe('findingReason', () => {
  const facts = { id: 'some-rule', summary: 'No a.', why: 'Because.' };

  it('names the finding, its reason and its names in other tools', () => {
    assert.equal(findingReason(facts), '**some-rule**: No a. Because.');
    assert.equal(
      findingReason({ ...facts, same: ['other-rule', 'shellcheck/SC2086', 'dclint/no-x'] }),
      '**some-rule** ([ShellCheck SC2086](https://www.shellcheck.net/wiki/SC2086), dclint no-x): No a. Because.',
    );
  });

  it('stays short for a finding with many names', () => {
    const same = ['a', 'b', 'c', 'd', 'e'].map((name) => `dclint/${name}`);
    assert.equal(
      findingReason({ ...facts, same }),
      '**some-rule** (dclint a, dclint b, dclint c, dclint d, …): No a. Because.',
    );
  });
});
