import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { dockerfile as typed } from '../../server/src/dockerfile/language.ts';
import { dockerfileFile } from '../../server/src/dockerfile/model/file.ts';
import { leaves } from '../../server/src/dockerfile/syntax/leaves.ts';
import { parse } from '../../server/src/dockerfile/syntax/parser.ts';
import type { Language } from '../../server/src/language.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { corpus, hasRealProjects, mutate, random } from './files.ts';
import {
  askEverything,
  assertFindingsInside,
  assertFixedOnce,
  assertFormattedOnce,
  fastest,
  findings,
  formatted,
} from './robustness.ts';

const dockerfile = typed as unknown as Language;

const PIECES = [
  'FROM a AS b\n', 'RUN ', '\\\n', '\n', '\r\n', '"', "'", '$', '${', '}', '<<EOF\n', 'EOF\n', '#', '# check=skip=all\n', '[', '"]', '--from=',
  '--mount=type=cache,', '\t', '\u00a0', '\u{1F600}', '`', '$(', '))', '|', '&&', ';', 'ONBUILD ', 'COPY . .\n', '\0',
]; // biome-ignore format: one list

/** Between the leaves of the tree there is nothing but blanks, line breaks and escape characters. */
function assertLossless(text: string): void {
  let end = 0;
  const blank = /^[\s\uFEFF\u0085\\`]*$/;
  for (const { span, kind } of leaves(parse(text))) {
    assert.ok(span.start >= end, `${kind} overlaps what is before it`);
    assert.match(text.slice(end, span.start), blank);
    end = span.end;
  }
  assert.match(text.slice(end), blank);
}

/** The case of these words is layout: AS of FROM, the kind of a HEALTHCHECK, the instruction behind ONBUILD. */
const WORDS_OF_THE_LANGUAGE: Readonly<Record<string, RegExp>> = {
  FROM: /(?<=^\S+ )as(?= )/i,
  HEALTHCHECK: /^(?:cmd|none)\b/i,
  ONBUILD: /^[a-z]+\b/i,
};

/** Each instruction as the model understands it, without regard to layout. */
function meaning(text: string): string[] {
  const { model } = dockerfileFile('file:///corpus/Dockerfile', text);
  return model.instructions.map(({ node, keyword }) =>
    JSON.stringify([
      keyword,
      node.flags.map((flag) => [flag.name, flag.value?.text]),
      node.arguments.text
        .replace(/[ \t]+/g, ' ')
        .replace(WORDS_OF_THE_LANGUAGE[keyword] ?? /$^/, (word) => word.toUpperCase()),
      node.heredocs.map((heredoc) => text.slice(heredoc.body.start, heredoc.body.end)),
    ]),
  );
}

describe('robustness: Dockerfiles', () => {
  const files = corpus('dockerfile');

  before(() => {
    if (!hasRealProjects)
      console.log('      the folder of real projects is not there; only samples and synthetic files are tried');
    assert.ok(files.length >= 5);
  });

  for (const { name, text } of files) {
    it(`${name}: nothing lost, nothing thrown, stable when fixed and formatted`, async () => {
      assertLossless(text);
      assertFindingsInside(dockerfile, text);
      assertFixedOnce(dockerfile, text);
      assertFormattedOnce(dockerfile, text);
      assert.deepEqual(meaning(formatted(dockerfile, text)), meaning(text));
      const step = Math.max(1, Math.floor(text.length / 60));
      for (let offset = 0; offset <= text.length; offset += step) await askEverything(dockerfile, text, offset);
    });
  }

  it('each fix leaves the instructions that it does not touch as they are', () => {
    let tried = 0;
    const examples = dockerfile.rules.flatMap(({ id, examples }) =>
      examples.map(({ bad }) => ({ name: `example of ${id}`, text: bad.replace(/[«»]/g, '') })),
    );
    for (const { name, text } of [...files, ...examples]) {
      const before = meaning(text);
      const { instructions } = dockerfileFile('file:///corpus/Dockerfile', text).model;
      for (const { ruleId, fixes } of findings(dockerfile, text)) {
        for (const { title, edits } of fixes?.() ?? []) {
          tried++;
          const after = meaning(applyEdits(text, edits));
          let place = 0;
          instructions.forEach(({ span, keyword }, index) => {
            // What is no instruction may be meant as part of one, such as the lines of a heredoc.
            if (keyword === 'UNKNOWN') return;
            if (edits.some(({ at }) => at.start <= span.end && at.end >= span.start)) return;
            const kept = after.indexOf(before[index] ?? '', place);
            assert.ok(kept >= place, `${name}: '${title}' of ${ruleId} changes ${before[index]}`);
            place = kept + 1;
          });
        }
      }
    }
    assert.ok(tried > 100, `only ${tried} fixes were tried`);
  });

  it('every prefix of the shorter files', async () => {
    for (const { text } of files.filter((file) => file.text.length < 2500)) {
      for (let end = 0; end <= text.length; end += 3) {
        const prefix = text.slice(0, end);
        assertLossless(prefix);
        assertFindingsInside(dockerfile, prefix);
        if (end % 5 === 0) await askEverything(dockerfile, prefix, end);
      }
    }
  });

  it('mutations', async () => {
    const next = random(11);
    for (let round = 0; round < 600; round++) {
      const file = files[Math.floor(next() * files.length)];
      const text = mutate((file?.text ?? '').slice(0, 4000), next, PIECES);
      assertLossless(text);
      assertFindingsInside(dockerfile, text);
      if (round % 4 === 0) {
        assertFormattedOnce(dockerfile, text);
        assert.deepEqual(meaning(formatted(dockerfile, text)), meaning(text), JSON.stringify(text));
        assertFixedOnce(dockerfile, text);
        await askEverything(dockerfile, text, Math.floor(next() * (text.length + 1)));
      }
    }
  });

  it('garbage', () => {
    const next = random(5);
    for (let round = 0; round < 300; round++) {
      let text = '';
      while (text.length < 200)
        text +=
          next() < 0.5
            ? (PIECES[Math.floor(next() * PIECES.length)] ?? '')
            : String.fromCharCode(32 + Math.floor(next() * 95));
      assertLossless(text);
      assertFindingsInside(dockerfile, text);
    }
  });

  describe('the cost grows with the size and no faster', () => {
    const shapes: Record<string, (size: number) => string> = {
      'one long line': (size) => `FROM a\nRUN ${'echo x '.repeat(size * 20)}`,
      'one long word': (size) => `FROM a\nRUN ${'x'.repeat(size * 200)}`,
      'many instructions': (size) => `FROM a\n${'RUN echo a && cd b\n'.repeat(size)}`,
      'many continuations': (size) => `FROM a\nRUN a${' \\\n  && b'.repeat(size * 4)}\n`,
      'many stages': (size) => 'FROM a AS s\nRUN x\n'.repeat(size),
      'nested quotes': (size) => `FROM a\nRUN ${'"$(\''.repeat(size)}\nENV a=${'"\''.repeat(size)}`,
      'nested expansions': (size) => `FROM a\nENV a=${'${b:-'.repeat(size)}\nRUN ${'${b:-'.repeat(size)}`,
      'nested substitutions': (size) => `FROM a\nRUN ${'$('.repeat(size)}${')'.repeat(size)}`,
      'many comments': (size) => `FROM a\n${'# x y\n'.repeat(size * 4)}`,
      'many variables': (size) =>
        `FROM a\n${Array.from({ length: size }, (_, index) => `ARG v${index}=$v${index - 1}\nUSER $v${index}\n`).join('')}`,
      'many heredocs': (size) => `FROM a\n${'COPY <<E /x\n$a\nE\n'.repeat(size)}`,
      'unterminated heredocs': (size) => `FROM a\nRUN cat${' <<E'.repeat(size)}\nx\n`,
      'many pairs': (size) =>
        `FROM a\nENV ${Array.from({ length: size * 4 }, (_, index) => `k${index}=v`).join(' \\\n')}\n`,
      'brackets and braces': (size) => `FROM a\nCMD ${'['.repeat(size * 10)}\nRUN ${'{ ( '.repeat(size)}`,
    };
    for (const [name, make] of Object.entries(shapes)) {
      it(name, function () {
        this.timeout(60_000);
        const small = make(500);
        const large = make(4000);
        findings(dockerfile, small);
        const [short, long] = [fastest(() => findings(dockerfile, small)), fastest(() => findings(dockerfile, large))];
        // Eight times the text: linear work takes about eight times as long (more when memory has to be cleared up),
        // quadratic work 64 times.
        assert.ok(long < 40 * Math.max(short, 1), `${short.toFixed(1)} ms became ${long.toFixed(1)} ms`);
      });
    }
  });

  it('10 MB in one line, 100 000 instructions', function () {
    this.timeout(120_000);
    assertLossless(`FROM a\nRUN ${'x'.repeat(10_000_000)}`);
    assert.ok(findings(dockerfile, `FROM a\nRUN ${'x'.repeat(10_000_000)}`).length > 0);
    assert.ok(findings(dockerfile, `FROM a\n${'RUN sudo x\n'.repeat(100_000)}`).length > 0);
  });
});
