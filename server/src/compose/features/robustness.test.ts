import assert from 'node:assert/strict';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { defaultRuleOptions } from '../../lint/rule.ts';
import { compose } from '../language.ts';
import type { ComposeFile } from '../model/file.ts';
import { rules } from '../rules/index.ts';
import { context, edited, samples, testUri } from './testing.ts';

const options: FormattingOptions = { tabSize: 2, insertSpaces: true };

function lintAll(file: ComposeFile): void {
  for (const { at, fixes } of compose.errors(file)) {
    assertSpan(file, at);
    for (const { edits } of fixes?.() ?? []) for (const edit of edits) assertSpan(file, edit.at);
  }
  for (const rule of rules) {
    rule.check(
      file,
      ({ at, fixes, related }) => {
        assertSpan(file, at);
        for (const { edits } of fixes?.() ?? []) for (const edit of edits) assertSpan(file, edit.at);
        for (const { at: other } of related ?? []) assertSpan(file, other);
      },
      defaultRuleOptions,
    );
  }
  for (const { at, next } of compose.comments(file)) {
    assertSpan(file, at);
    if (next) assertSpan(file, next);
  }
}

function assertSpan({ text }: ComposeFile, { start, end }: { start: number; end: number }): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
}

async function askEverything(file: ComposeFile, offset: number): Promise<void> {
  const { features } = compose;
  const known = context();
  await features.completion?.(file, offset, known);
  await features.hover?.(file, offset, known);
  await features.definition?.(file, offset, known);
  features.references?.(file, offset, true);
  features.highlight?.(file, offset);
  if (features.prepareRename?.(file, offset)) features.rename?.(file, offset, 'renamed');
  features.selectionRanges?.(file, [offset]);
}

async function askOnce(file: ComposeFile): Promise<void> {
  const { features } = compose;
  const known = context();
  features.symbols?.(file);
  features.folding?.(file);
  features.inlayHints?.(file, { start: 0, end: file.text.length }, known);
  await features.links?.(file, known);
  const once = edited(file, features.format?.(file, options, known) ?? []);
  const again = compose.parse(file.uri, once);
  assert.equal(edited(again, features.format?.(again, options, known) ?? []), once);
}

describe('robustness', () => {
  for (const [index, sample] of samples.entries()) {
    it(`survives every beginning of sample ${index + 1}`, async function () {
      this.timeout(20_000);
      for (let length = 0; length <= sample.length; length++) {
        const file = compose.parse(testUri, sample.slice(0, length));
        compose.errors(file);
        // These share no factor with the length of most lines, so all kinds of places come up.
        if (length % 5 === 0) lintAll(file);
        if (length % 13 > 0) continue;
        await askEverything(file, length);
        await askOnce(file);
      }
    });

    it(`answers at every offset of sample ${index + 1}`, async function () {
      this.timeout(20_000);
      const file = compose.parse(testUri, sample);
      for (let offset = 0; offset <= sample.length; offset += 7) await askEverything(file, offset);
      await askOnce(file);
    });

    it(`survives sample ${index + 1} without one line`, async function () {
      this.timeout(20_000);
      const lines = sample.split('\n');
      for (let line = 0; line < lines.length; line += 2) {
        const file = compose.parse(testUri, lines.toSpliced(line, 1).join('\n'));
        lintAll(file);
        await askOnce(file);
      }
    });
  }

  it('takes aliases of aliases without counting them out', () => {
    let text = 'x-0: &x0 [a]\n';
    for (let level = 1; level < 30; level++) {
      text += `x-${level}: &x${level} [${Array.from({ length: 9 }, () => `*x${level - 1}`).join(', ')}]\n`;
    }
    const file = compose.parse(testUri, `${text}services:\n  a:\n    image: x\n    command: *x29\n    ports: *x29\n`);
    lintAll(file);
  });
});
