import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { instructionFacts } from './knowledge/instructions.ts';
import { signatureHelp } from './signatureHelp.ts';
import { atCursor, halfTyped, testFile } from './testing.ts';

/** The active form with its active part marked. */
function active(marked: string): string | undefined {
  const { file, offset } = atCursor(marked);
  const help = signatureHelp(file, offset);
  const form = help?.signatures[help.activeSignature ?? 0];
  if (form === undefined) return undefined;
  const label = typeof help?.activeParameter !== 'number' ? undefined : form.parameters?.[help.activeParameter]?.label;
  if (!Array.isArray(label)) return form.label;
  const [start, end] = label;
  return `${form.label.slice(0, start)}«${form.label.slice(start, end)}»${form.label.slice(end)}`;
}

describe('signature help', () => {
  it('marks the part of FROM that is typed', () => {
    assert.equal(active('FROM ‸'), 'FROM [--platform=<platform>] «<image>» [AS <name>]');
    assert.equal(active('FROM --‸'), 'FROM «[--platform=<platform>]» <image> [AS <name>]');
    assert.equal(active('FROM --platform=linux/‸amd64 a'), 'FROM «[--platform=<platform>]» <image> [AS <name>]');
    assert.equal(active('FROM --platform=linux/amd64 ‸'), 'FROM [--platform=<platform>] «<image>» [AS <name>]');
    assert.equal(active('FROM a A‸'), 'FROM [--platform=<platform>] <image> «[AS <name>]»');
    assert.equal(active('FROM a AS ‸'), 'FROM [--platform=<platform>] <image> «[AS <name>]»');
    assert.equal(active('FRO‸M a'), undefined);
  });

  it('follows pairs, ports and users', () => {
    assert.equal(active('FROM a\nENV A‸'), 'ENV «<name>»=<value> …');
    assert.equal(active('FROM a\nENV A=‸'), 'ENV <name>=«<value>» …');
    assert.equal(active('FROM a\nARG A=b C‸'), 'ARG «<name>»[=<default>] …');
    assert.equal(active('FROM a\nEXPOSE 80/‸'), 'EXPOSE <port>«[/<protocol>]» …');
    assert.equal(active('FROM a\nUSER a:‸'), 'USER <user>«[:<group>]»');
  });

  it('chooses the form', () => {
    assert.match(active('FROM a\nCOPY a ‸') ?? '', /<source> … «<destination>»$/);
    assert.equal(active('FROM a\nCOPY ["a", ‸'), 'COPY [<options>] ["<source>", … «"<destination>"»]');
    assert.equal(active('FROM a\nCOPY --chmod=1 <<E ‸'), 'COPY [<options>] <<EOF «<destination>»');
    assert.equal(active('FROM a\nCMD ‸'), 'CMD [«"<program>"», "<argument>", …]');
    assert.equal(active('FROM a\nCMD ["a", "‸'), 'CMD ["<program>", «"<argument>"», …]');
    assert.equal(active('FROM a\nHEALTHCHECK N‸'), 'HEALTHCHECK «NONE»');
    assert.match(active('FROM a\nHEALTHCHECK --retries=‸') ?? '', /«\[--retries=<number>\]»/);
    assert.equal(active('FROM a\nONBUILD WORKDIR ‸'), 'WORKDIR «<path>»');
    assert.equal(active('FROM a\nONBUILD ‸'), undefined);
  });

  it('leaves commands alone', () => {
    assert.match(active('FROM a\nRUN ‸') ?? '', /«<command>»$/);
    assert.equal(active('FROM a\nRUN apt-get ‸'), undefined);
    assert.equal(active('FROM a\nRUN a \\\n  && ‸'), undefined);
    assert.equal(active('FROM a\nRUN <<E\n‸\nE\n'), undefined);
    assert.equal(active('# FROM ‸'), undefined);
  });

  it('has forms that hold their parameters, in order', () => {
    for (const [keyword, { forms }] of Object.entries(instructionFacts)) {
      for (const { label, parameters } of forms) {
        assert.ok(label.startsWith(`${keyword} `), label);
        let from = 0;
        for (const parameter of parameters) {
          const at = label.indexOf(parameter.label, from);
          assert.notEqual(at, -1, `${parameter.label} in ${label}`);
          from = at + parameter.label.length;
        }
      }
    }
  });

  it('fails in no half-typed file', function () {
    this.timeout(20_000);
    for (const text of halfTyped) signatureHelp(testFile(text), text.length);
  });
});
