import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { dockerfile as typed } from '../../server/src/dockerfile/language.ts';
import { dockerfileFile } from '../../server/src/dockerfile/model/file.ts';
import { leaves } from '../../server/src/dockerfile/syntax/leaves.ts';
import { parse } from '../../server/src/dockerfile/syntax/parser.ts';
import type { Language } from '../../server/src/language.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { corpus, hasRealProjects, mutate, random } from './files.ts';
import { sentence } from './grammar.ts';
import {
  askEverything,
  assertFindingsInside,
  assertFixedOnce,
  assertFormattedOnce,
  fastest,
  fastestAnswers,
  findings,
  findingsOf,
  formatted,
  inTime,
  told,
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

/** The case of these words is layout: AS of FROM, the kind of a HEALTHCHECK, and all that a trigger may begin with. */
const WORDS_OF_THE_LANGUAGE: Readonly<Record<string, RegExp>> = {
  FROM: /(?<=\s)as(?=\s|$)/i,
  HEALTHCHECK: /^(?:cmd|none)\b/i,
  ONBUILD: /^.*$/s,
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
    const made = Array.from({ length: 100 }, (_, seed) => ({ name: `sentence ${seed}`, text: sentence(seed) }));
    const examples = dockerfile.rules.flatMap(({ id, examples }) =>
      examples.map(({ bad }) => ({ name: `example of ${id}`, text: bad.replace(/[«»]/g, '') })),
    );
    for (const { name, text } of [...files, ...made, ...examples]) {
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
    // The real projects have most of what there is to fix.
    assert.ok(tried > 100, `only ${tried} fixes were tried`);
  });

  it('every prefix of the samples, every third of other short files', async () => {
    for (const { text, isSample } of files.filter((file) => file.text.length < 2500)) {
      for (let end = 0; end <= text.length; end += isSample ? 1 : 3) {
        const prefix = text.slice(0, end);
        assertLossless(prefix);
        inTime(prefix, () => assertFindingsInside(dockerfile, prefix));
        if (end % 5 === 0) await askEverything(dockerfile, prefix, end);
      }
    }
  });

  it('files made from the grammar', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const text = sentence(seed * 7919);
      assertLossless(text);
      inTime(text, () => assertFindingsInside(dockerfile, text));
      assertFormattedOnce(dockerfile, text);
      assert.deepEqual(meaning(formatted(dockerfile, text)), meaning(text), JSON.stringify(text));
      if (seed % 4 === 0) assertFixedOnce(dockerfile, text);
      await askEverything(dockerfile, text, (seed * 31) % (text.length + 1));
    }
  });

  it('edits one after another: what is kept of the file before gives what a fresh one gives', () => {
    const next = random(17);
    const starts = [
      ...files.map(({ text }) => text.slice(0, 6000)),
      ...[1, 2, 3].map((seed) => sentence(seed).repeat(3)),
    ];
    for (let round = 0; round < 20; round++) {
      let text = starts[Math.floor(next() * starts.length)] ?? '';
      let kept = dockerfile.parse('file:///corpus/file', text);
      findingsOf(dockerfile, kept, true);
      for (let step = 0; step < 10; step++) {
        const pieces = [...PIECES, sentence(Math.floor(next() * 1e9), 'line')];
        text = step % 3 === 0 ? `${text}${pieces.at(-1)}` : mutate(text, next, pieces);
        kept = dockerfile.parse('file:///corpus/file', text, undefined, kept);
        // Some versions pass unseen, as they do when somebody types fast.
        if (next() < 0.3) continue;
        const fresh = dockerfile.parse('file:///corpus/file', text);
        for (const remembers of [true, false]) {
          const [ofKept, ofFresh] = [findingsOf(dockerfile, kept, remembers), findingsOf(dockerfile, fresh)];
          assert.deepEqual(told(ofKept, !remembers), told(ofFresh, !remembers), JSON.stringify(text));
        }
        const { semanticTokens, symbols, folding } = dockerfile.features;
        assert.deepEqual(semanticTokens?.(kept), semanticTokens?.(fresh), JSON.stringify(text));
        assert.deepEqual(symbols?.(kept), symbols?.(fresh), JSON.stringify(text));
        assert.deepEqual(folding?.(kept), folding?.(fresh), JSON.stringify(text));
      }
    }
  });

  it('mutations', async () => {
    const next = random(11);
    for (let round = 0; round < 600; round++) {
      const file = files[Math.floor(next() * files.length)];
      const text = mutate((file?.text ?? '').slice(0, 4000), next, PIECES);
      assertLossless(text);
      inTime(text, () => assertFindingsInside(dockerfile, text));
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
      'quoted substitutions': (size) => `FROM a\nRUN ${'"$(echo '.repeat(size)}${')"'.repeat(size)}\n`,
      'closed expansions': (size) =>
        `FROM ${'${b:-'.repeat(size)}${'}'.repeat(size)}\nENV a=${'${b#x}'.repeat(size)}\n`,
      'many heredocs of one COPY': (size) => `FROM a\nCOPY${' <<E'.repeat(size)} /x/\n${'x\nE\n'.repeat(size)}`,
      'a long heredoc': (size) =>
        `FROM a\nRUN <<E\n${'echo $x\n'.repeat(size)}E\nCOPY <<E /x\n${'$a "b"\n'.repeat(size)}E\n`,
      'a chain of stages': (size) =>
        Array.from(
          { length: size / 5 },
          (_, index) => `FROM s${index} AS s${index + 1}\nENV A${index}=$A${index - 1}\n`,
        ).join(''),
      'relative targets of mounts': (size) =>
        `FROM scratch\n${'WORKDIR a\nRUN --mount=type=cache,target=b x\n'.repeat(size)}`,
      'unused arguments': (size) => `FROM a\n${'ARG A\n'.repeat(size)}FROM a\nARG B\n`,
      'nested triggers': (size) => `FROM a\nONBUILD ${'ONBUILD '.repeat(size)}x\n`,
      'many words': (size) => `FROM a\nEXPOSE ${'80/TCP '.repeat(size)}\nCOPY ${'a '.repeat(size)} b/\n`,
      'many options': (size) => `FROM a\nRUN ${'--mount=type=cache,target=/x '.repeat(size)} y\n`,
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

      it(`${name}: completion, hover, tokens and the other features`, async function () {
        this.timeout(60_000);
        const small = make(125);
        const large = make(1000);
        const [short, long] = [
          await fastestAnswers(dockerfile, small, small.length >> 1),
          await fastestAnswers(dockerfile, large, large.length >> 1),
        ];
        for (const [feature, time] of Object.entries(long)) {
          const before = short[feature] ?? 0;
          assert.ok(
            time < 40 * Math.max(before, 2),
            `${feature}: ${before.toFixed(1)} ms became ${time.toFixed(1)} ms`,
          );
        }
      });
    }
  });

  it('10 MB in one line, 100 000 instructions, 10 000 of everything that nests', async function () {
    this.timeout(120_000);
    const many = 10_000;
    for (const text of [
      `FROM a\nRUN ${'x'.repeat(10_000_000)}`,
      `FROM a\nRUN ${'"$(\''.repeat(many)}\nLABEL a=${'"\''.repeat(many)}`,
      `FROM a\nRUN ${'"$(echo '.repeat(many)}${')"'.repeat(many)}`,
      `FROM a\nENV a=${'${b:-'.repeat(many)}${'}'.repeat(many)}\nRUN ${'${b:-'.repeat(many)}${'}'.repeat(many)}`,
      `FROM a\nRUN ${'if a; then ('.repeat(many)}`,
      `FROM a\nCMD ${'['.repeat(many)}${']'.repeat(many)}`,
      `FROM a\n${'ONBUILD '.repeat(many)}RUN x`,
    ]) {
      assertLossless(text);
      assert.ok(findings(dockerfile, text).length > 0);
      await askEverything(dockerfile, text, text.length - 1);
    }
    assert.ok(findings(dockerfile, `FROM a\n${'RUN sudo x\n'.repeat(100_000)}`).length > 0);
  });
});
