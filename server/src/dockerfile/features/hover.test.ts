import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MarkupContent } from 'vscode-languageserver-types';
import type { LocalImage } from '../../host.ts';
import { hover } from './hover.ts';
import { atCursor, context, halfTyped, samples, testFile, withMarks } from './testing.ts';
import { ageText, dateText, sizeText } from './values.ts';

const day = 86_400;
const alpine: LocalImage = {
  id: `sha256:${'0123456789abcdef'.repeat(4)}`,
  tags: ['alpine:3.22', 'localhost:5000/alpine:3.22'],
  size: 8_310_000,
  created: 1_750_000_000,
  user: 'app',
  exposedPorts: ['80/tcp', '53/udp'],
  entrypoint: ['/entry'],
  command: ['sh', '-c'],
};

async function hovered(marked: string, images?: readonly LocalImage[]) {
  const { file, offset } = atCursor(marked);
  const found = await hover(file, offset, context({ host: { images: async () => images } }));
  if (found === undefined) return undefined;
  assert.ok(MarkupContent.is(found.contents) && found.range !== undefined);
  return { on: withMarks(file, [found.range]), text: found.contents.value };
}

async function says(marked: string, on: string, ...patterns: readonly RegExp[]): Promise<void> {
  const found = await hovered(marked);
  assert.ok(found !== undefined, `nothing at ${marked}`);
  assert.ok(found.on.includes(on), `${found.on} does not mark ${on}`);
  for (const pattern of patterns) assert.match(found.text, pattern);
}

async function silent(marked: string): Promise<void> {
  assert.equal(await hovered(marked), undefined, marked);
}

describe('hover', () => {
  it('explains instructions with forms, versions and a link', async () => {
    await says(
      'FROM a\nCO‸PY a b\n',
      '«COPY»',
      /Copies files/,
      /COPY \[--from=<stage>\]/,
      /1\.20/,
      /reference\/dockerfile\/#copy/,
    );
    await says('from a\nmaintai‸ner me\n', '«maintainer»', /Deprecated/);
    await says('FROM a\nONBUILD ru‸n x\n', '«run»', /Runs a command/);
    await says('FROM a A‸S b\n', '«AS»', /Begins a build stage/);
    await silent('FROM a\nFO‸O b\n');
  });

  it('explains flags and their values', async () => {
    await says('FROM a\nCOPY --li‸nk a b\n', '«--link»', /layer of its own/, /Since Dockerfile 1\.4/);
    await says('FROM a\nCOPY --chmod=7‸55 a b\n', '«--chmod=755»', /Permissions/);
    await says('FROM --platform=linux/aarch‸64 a\n', '=«linux/aarch64»', /linux\/arm64/);
    await says(
      'FROM a\nHEALTHCHECK --start-int‸erval=5s CMD x\n',
      '«--start-interval»',
      /Default: `5s`/,
      /Since Dockerfile 1\.6/,
    );
    await silent('FROM a\nCOPY --no‸ne a b\n');
  });

  it('explains mounts', async () => {
    const text = 'FROM a\nRUN --mount=type=cache,dst=/x,sharing=locked,env=A x\n';
    const at = (word: string) => text.replace(word, `${word[0]}‸${word.slice(1)}`);
    await says(at('mount'), '«--mount»', /for the time of the command/);
    await says(at('type'), '«type»', /Kind of mount/);
    await says(at('cache'), '«cache»', /keeps its contents/);
    await says(at('dst'), '«dst»', /target, destination/);
    await says(at('/x'), '«dst=/x»', /Path in the container/);
    await says(at('locked'), '«locked»', /waits/);
    await says(at('env'), '«env»', /secret/);
  });

  it('gives the value of a variable at its place, and where it comes from', async () => {
    const text =
      'ARG V=1\nFROM a:$V AS x\nARG V\nENV E=${V}-b\nENV E=$E.c\nUSER $E\nARG N\nRUN echo $V $N ${V:-z}\nCMD echo $E\n';
    await says(text.replace('a:$V', 'a:$‸V'), ':$«V»', /ARG V=1/, /`1`, from line 1/, /--build-arg V=/);
    await says(text.replace('ARG V\n', 'ARG ‸V\n'), 'ARG «V»\n', /`1`, from the global ARG in line 1/);
    await says(text.replace('USER $E', 'USER $‸E'), 'USER $«E»', /`1-b\.c`, from line 5/);
    await says(text.replace('echo $V $N', 'echo $V $‸N'), '$«N»', /no default/, /line 7/);
    await says(text.replace('CMD echo $E', 'CMD echo $‸E'), '$«E»', /`1-b\.c`/);
    await says('FROM a\nARG V=1\nUSER ${‸V:+x}\n', '{«V»', /`\$\{V:\+x\}` is `x`/);
  });

  it('knows the variables of the builder, and says when nothing declares a name', async () => {
    await says('FROM --platform=$BUILD‸PLATFORM a\n', '«BUILDPLATFORM»', /Platform of the builder/);
    await says('FROM a\nARG TARGET‸ARCH\n', '«TARGETARCH»', /Architecture the image is built for/);
    await says('FROM a\nUSER $TARGET‸ARCH\n', '«TARGETARCH»', /needs `ARG TARGETARCH`/);
    await says('FROM a\nUSER $NO‸NE\n', '«NONE»', /base image may set it/);
    await says('FROM scratch\nUSER $NO‸NE\n', '«NONE»', /empty here/);
  });

  it('explains stages, also by number', async () => {
    const text = 'FROM a AS build\nWORKDIR /src\nUSER me\nFROM b\nCOPY --from=build x y\nCOPY --from=0 x y\n';
    await says(
      text.replace('=build', '=‸build'),
      '=«build»',
      /FROM a AS build/,
      /Stage number 0, begins in line 1/,
      /in `\/src` as user `me`/,
      /lines 5, 6/,
      /--target build/,
    );
    await says(text.replace('=0', '=‸0'), '=«0»', /FROM a AS build/);
    await says('FROM a AS b\nFROM ‸b\n', 'FROM «b»\n', /Stage number 0/);
  });

  it('tells what the engine knows of an image', async () => {
    const found = await hovered('ARG T=3.22\nFROM alp‸ine:$T\n', [alpine]);
    assert.ok(found?.on.includes('«alpine:$T»'));
    for (const pattern of [
      /Tag `3\.22`/,
      /ID: `0123456789ab`/,
      /8\.31 MB/,
      /2025-06-15, \d+ \w+ ago/,
      /User: `app`/,
      /`80\/tcp`, `53\/udp`/,
      /Entrypoint: `\/entry`/,
      /Command: `sh -c`/,
      /hub\.docker\.com\/_\/alpine/,
    ]) {
      assert.match(found?.text ?? '', pattern);
    }
    assert.match(
      (await hovered('FROM alpine‸\n', [alpine]))?.text ?? '',
      /`latest` is taken\.\n\nNot on the local engine/,
    );
    assert.doesNotMatch((await hovered('FROM alpine‸\n'))?.text ?? '', /local engine/);
    assert.match((await hovered('FROM docker.io/library/alp‸ine:3.22\n', [alpine]))?.text ?? '', /ID:/);
    assert.match((await hovered('FROM a\nCOPY --from=alp‸ine:3.22 a b\n', [alpine]))?.text ?? '', /ID:/);
    assert.match(
      (await hovered('# syntax=docker/dock‸erfile:1\nFROM a\n', [alpine]))?.text ?? '',
      /docker\/dockerfile/,
    );
    assert.match((await hovered('FROM scr‸atch\n'))?.text ?? '', /empty file system/);
  });

  it('explains heredocs, ports, signals, labels and directives', async () => {
    await says('FROM a\nRUN <<E‸OF\nx\ny\nEOF\n', '<<«EOF»', /2 lines/, /script/);
    await says('FROM a\nCOPY <<"EOF" /x\nx\nE‸OF\n', '\n«EOF»', /taken literally/, /becomes a file/);
    await says('FROM a\nEXPOSE 80 54‸32/tcp\n', '«5432/tcp»', /PostgreSQL/);
    await says('FROM a\nEXPOSE 5432/u‸dp\n', '«5432/udp»', /Port \*\*5432\/udp\*\*\n/);
    await says('FROM a\nSTOPSIGNAL qu‸it\n', '«quit»', /SIGQUIT/);
    await says('FROM a\nLABEL org.opencontainers.image.lic‸enses=MIT\n', '«org.opencontainers.image.licenses»', /SPDX/);
    await says('# esc‸ape=\\\nFROM a\n', '«# escape=\\»', /continues lines/);
    await says(
      '# check=skip=StageName‸Casing;error=true\nFROM a\n',
      '«StageNameCasing»',
      /lower case/,
      /stage-name-casing/,
    );
    await says('FROM a\n# check=skip=JSONArgs‸Recommended\nCMD x\n', '«JSONArgsRecommended»', /json-args-recommended/);
  });

  it('says nothing in comments and where it knows nothing', async () => {
    await silent('# CO‸PY\nFROM a\n');
    await silent('FROM a\nRUN a \\\n  # CO‸PY\n  b\n');
    await silent('FROM a\nRUN ec‸ho hi\n');
    await silent('‸\nFROM a\n');
    await silent('FROM a\nCOPY <<E /x\nRUN ‸x\nE\n');
  });

  it('fails nowhere', async function () {
    this.timeout(20_000);
    for (const sample of samples) {
      const file = testFile(sample);
      for (let offset = 0; offset <= sample.length; offset++) await hover(file, offset, context());
    }
    for (const text of halfTyped) await hover(testFile(text), text.length, context());
  });
});

describe('values for people', () => {
  it('are short', () => {
    assert.deepEqual([0, 999, 1000, 7_830_000, 123_456_789, 5e12].map(sizeText), [
      '0 B',
      '999 B',
      '1.00 kB',
      '7.83 MB',
      '123 MB',
      '5.00 TB',
    ]);
    assert.deepEqual(
      [30, 90, 2 * day, 15 * day, 40 * day, 400 * day].map((age) => ageText(1000, 1000 + age)),
      ['less than a minute', '1 minute', '2 days', '2 weeks', '1 month', '1 year'],
    );
    assert.equal(dateText(0), '1970-01-01');
    assert.equal(dateText(Number.NaN), 'at an unknown time');
  });
});
