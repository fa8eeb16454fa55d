import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultFeatureSettings } from '../../language.ts';
import { inlayHints } from './inlayHints.ts';
import { context, halfTyped, testFile } from './testing.ts';

/** The text with its hints in it, between ⟦ and ⟧. */
function hinted(
  text: string,
  kinds: Partial<(typeof defaultFeatureSettings)['inlayHints']> = {},
  end = text.length,
): string {
  const file = testFile(text);
  const settings = { inlayHints: { ...defaultFeatureSettings.inlayHints, ...kinds } };
  const hints = inlayHints(file, { start: 0, end }, context({ settings }));
  let result = text;
  for (const { position, label } of [...hints].sort(
    (a, b) => file.lines.offset(b.position) - file.lines.offset(a.position),
  )) {
    const at = file.lines.offset(position);
    result = `${result.slice(0, at)}⟦${String(label)}⟧${result.slice(at)}`;
  }
  return result;
}

describe('inlay hints', () => {
  it('show the values of variables where they are used, once in an instruction', () => {
    assert.equal(
      hinted('ARG V=1.2\nFROM alpine:$V\nARG V\nENV D=/opt/$V\nCOPY $D/a $D/b $D/\nUSER ${X:-$V}\nLABEL a=${V%.*}\n'),
      'ARG V=1.2\nFROM alpine:$V⟦= 1.2⟧\nARG V⟦= 1.2⟧\nENV D=/opt/$V⟦= 1.2⟧\nCOPY $D⟦= /opt/1.2⟧/a $D/b $D/\nUSER ${X:-$V}\nLABEL a=${V%.*}⟦= 1⟧\n',
    );
  });

  it('show them in commands too', () => {
    assert.equal(
      hinted('FROM a\nENV V=1\nRUN echo "$V" $V ${V} ${V#x} $HOME && V=2 && echo $V\nCMD echo $V\n'),
      'FROM a\nENV V=1\nRUN echo "$V⟦= 1⟧" $V ${V}⟦= 1⟧ ${V#x} $HOME && V=2 && echo $V\nCMD echo $V⟦= 1⟧\n',
    );
  });

  it('show nothing that only the build knows', () => {
    const text = 'FROM --platform=$BUILDPLATFORM a\nARG V\nENV P=$PATH:/x\nUSER $V$P$NONE\nWORKDIR $$\n';
    assert.equal(hinted(text), text);
  });

  it('shorten long values and name empty ones', () => {
    assert.equal(
      hinted(`FROM a\nENV V=${'x'.repeat(50)} W=\nUSER $V$W\n`).split('\n')[2],
      `USER $V⟦= ${'x'.repeat(39)}…⟧$W⟦= ""⟧`,
    );
  });

  it('show the default platform only where the file chooses platforms', () => {
    assert.equal(
      hinted('FROM --platform=$BUILDPLATFORM a AS b\nFROM c\nFROM b\nFROM scratch\n'),
      'FROM --platform=$BUILDPLATFORM a AS b\nFROM⟦--platform=$TARGETPLATFORM⟧ c\nFROM b\nFROM scratch\n',
    );
    assert.equal(hinted('FROM a\nFROM b\n'), 'FROM a\nFROM b\n');
  });

  it('can be turned off one by one, and keep to the range', () => {
    const text = 'ARG V=1\nFROM --platform=linux/arm64 a\nFROM c:$V\n';
    assert.equal(
      hinted(text, { variables: false }),
      'ARG V=1\nFROM --platform=linux/arm64 a\nFROM⟦--platform=$TARGETPLATFORM⟧ c:$V\n',
    );
    assert.equal(hinted(text, { platforms: false }), 'ARG V=1\nFROM --platform=linux/arm64 a\nFROM c:$V⟦= 1⟧\n');
    assert.equal(hinted(text, {}, 10), text);
  });

  it('fail in no half-typed file', function () {
    this.timeout(20_000);
    for (const text of halfTyped) hinted(text);
  });
});
