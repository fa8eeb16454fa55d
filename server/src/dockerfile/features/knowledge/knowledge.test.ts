import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { flagChoices, flagsOf } from '../../model/flagNames.ts';
import { mountKeys } from '../../model/mountKeys.ts';
import { parsePort } from '../../model/ports.ts';
import { isSignal } from '../../model/signal.ts';
import { platformArguments, proxyArguments } from '../../model/variables.ts';
import { instructionWords } from '../../syntax/instructionWords.ts';
import { plainText } from '../completion/items.ts';
import { documentationOf } from '../documentation.ts';
import { testFile } from '../testing.ts';
import { buildCheckPage, buildChecks } from './directives.ts';
import { flagFacts } from './flags.ts';
import { healthCommands, idioms } from './idioms.ts';
import { instructionFacts } from './instructions.ts';
import { mountKeyDocumentation } from './mounts.ts';
import { commonPorts, signals } from './values.ts';
import { platformArgumentDocumentation, specialArgumentDocumentation } from './variables.ts';

/** What completion writes for a template. */
function written(body: string): string {
  return plainText(body).replaceAll('⏎', '\\');
}

describe('knowledge', () => {
  it('covers every instruction, flag, mount option and variable of the model, and no other', () => {
    assert.deepEqual(Object.keys(instructionFacts).sort(), [...instructionWords].sort());
    for (const keyword of instructionWords) {
      assert.deepEqual(Object.keys(flagFacts[keyword] ?? {}).sort(), Object.keys(flagsOf(keyword)).sort(), keyword);
      for (const [name, { default: standard }] of Object.entries(flagFacts[keyword] ?? {})) {
        const choices = flagChoices[name];
        if (choices !== undefined && standard !== undefined) assert.ok(choices.includes(standard), name);
      }
    }
    assert.deepEqual(Object.keys(mountKeyDocumentation).sort(), mountKeys.map(({ name }) => name).sort());
    assert.deepEqual(Object.keys(platformArgumentDocumentation), [...platformArguments]);
    for (const name of proxyArguments) assert.ok(documentationOf({ kind: 'variable', name }), name);
    for (const name of Object.keys(specialArgumentDocumentation))
      assert.ok(documentationOf({ kind: 'variable', name }));
  });

  it('proposes instructions that parse', () => {
    for (const [keyword, { templates }] of Object.entries(instructionFacts)) {
      for (const { body, label } of templates) {
        const { tree, model } = testFile(`FROM a\n${written(body)}\n`);
        assert.deepEqual(tree.errors, [], label);
        assert.equal(model.instructions.length, 2, label);
        assert.equal(model.instructions[1]?.keyword, keyword, label);
        assert.ok(label.startsWith(keyword), label);
      }
    }
  });

  it('proposes commands that shells understand', () => {
    for (const { body, label, hasMount } of idioms) {
      assert.equal(body.startsWith('--mount='), hasMount, label);
      const [, run] = testFile(`FROM a\nRUN ${written(body)}\n`).model.instructions;
      assert.ok(run?.keyword === 'RUN' && run.script.ok, label);
      assert.ok(
        run.mounts.every(({ malformed }) => malformed === undefined),
        label,
      );
    }
    for (const { body, label } of healthCommands) {
      const [, check] = testFile(`FROM a\nHEALTHCHECK CMD ${written(body)}\n`).model.instructions;
      assert.ok(check?.keyword === 'HEALTHCHECK' && check.exec !== undefined, label);
    }
  });

  it('proposes values that builds take', () => {
    for (const { name, number } of signals) assert.ok(isSignal(name) && isSignal(String(number)), name);
    for (const { port } of commonPorts) assert.equal(parsePort(port).kind, 'port', port);
  });

  it('knows where Docker documents its checks', () => {
    assert.equal(
      buildCheckPage('JSONArgsRecommended'),
      'https://docs.docker.com/go/dockerfile/rule/json-args-recommended/',
    );
    assert.equal(
      buildCheckPage('SecretsUsedInArgOrEnv'),
      'https://docs.docker.com/go/dockerfile/rule/secrets-used-in-arg-or-env/',
    );
    for (const name of Object.keys(buildChecks)) assert.ok(documentationOf({ kind: 'buildCheck', name }));
  });
});
