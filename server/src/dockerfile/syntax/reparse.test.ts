import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dockerfileFile } from '../model/file.ts';
import { parse } from './parser.ts';
import type { Tree } from './tree.ts';

/** Everything a tree says, with numbers. */
function dump(tree: Tree): unknown {
  const span = (at: { readonly start: number; readonly end: number }) => [at.start, at.end];
  return {
    directives: tree.directives.map((item) => [item.name, item.value, span(item.span)]),
    errors: tree.errors.map((error) => [error.id, span(error.at)]),
    items: tree.items.map((item) =>
      item.kind !== 'instruction'
        ? [item.kind, span(item.span), item.kind === 'comment' ? item.text : item.value]
        : [
            item.keyword,
            span(item.span),
            span(item.keywordSpan),
            item.head.text,
            item.head.pieces().map(span),
            item.flags.map((flag) => [
              flag.name,
              flag.value?.text,
              span(flag.span),
              flag.valueSpan && span(flag.valueSpan),
            ]),
            item.words.map((word) => [word.text, span(word.span), word.source.pieces().map(span)]),
            item.quotedWords.map((word) => [word.text, span(word.span)]),
            item.json?.elements.map((element) => [element.value, span(element.span)]),
            item.comments.map((comment) => [comment.text, span(comment.span)]),
            item.innerComments.map((comment) => [comment.text, span(comment.span)]),
            item.blankLines.map(span),
            item.heredocs.map((heredoc) => [
              heredoc.name,
              span(heredoc.marker),
              span(heredoc.nameSpan),
              span(heredoc.body),
              heredoc.terminator && span(heredoc.terminator),
              item.heredocText(heredoc).text,
              item.heredocText(heredoc).pieces().map(span),
            ]),
            item.trigger?.words.map((word) => [word.text, span(word.span)]),
          ],
    ),
  };
}

const sample = `# syntax=docker/dockerfile:1
# about
ARG V=1

FROM alpine:$V AS base
RUN apk add \\
  # why
  curl \\

  && true
# one

# two
COPY --from=base ["a", "b"] /x/
RUN <<-EOF cat
\tline
EOF
COPY <<A <<B /y/
1
A
2
B
ENV A=b C="d e" \\
  F=g
ONBUILD RUN --mount=type=cache,target=/c x
CMD ["a"]
`;

/** A fixed sequence, the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('reading only what an edit changed', () => {
  it('gives the same tree as reading everything', function () {
    this.timeout(20_000);
    const next = random(7);
    const pieces = [
      '\\',
      '\n',
      ' ',
      '#',
      'RUN x\n',
      '<<EOF',
      'EOF\n',
      '"',
      'x',
      '# escape=`\n',
      '\r',
      '\n\n',
      'FROM b AS c\n',
      '[',
      '\t',
    ];
    for (let round = 0; round < 20; round++) {
      let text = sample.repeat(2);
      let tree = parse(text);
      for (let step = 0; step < 40; step++) {
        const start = Math.floor(next() * (text.length + 1));
        const removed = next() < 0.5 ? 0 : Math.floor(next() * 12);
        const added = next() < 0.3 ? '' : (pieces[Math.floor(next() * pieces.length)] ?? '');
        text = text.slice(0, start) + added + text.slice(start + removed);
        // Some versions are looked at in between, so that what is kept has been split already.
        if (next() < 0.7) dump(tree);
        tree = parse(text, tree);
        assert.deepEqual(dump(tree), dump(parse(text)), JSON.stringify(text));
      }
    }
  });

  it('reads the last instruction again when more of it may come', () => {
    for (const text of ['FROM a\nRUN x \\\n', 'FROM a\nRUN x \\\n# note\n', 'FROM a\nRUN x \\\n\n']) {
      const longer = `${text}RUN y\n`;
      assert.deepEqual(dump(parse(longer, parse(text))), dump(parse(longer)));
    }
  });

  it('keeps the instructions that the edit left alone', () => {
    const first = parse(sample);
    const [, , copy] = first.instructions.filter((instruction) => instruction.keyword !== 'ARG');
    const later = parse(sample.replace('apk add', 'apk --quiet add'), first);
    assert.ok(copy !== undefined && later.instructions.includes(copy));
  });

  it('moves everything the model knows', () => {
    const edited = sample.replace('alpine', 'debian/longer');
    const first = dockerfileFile('file:///Dockerfile', sample);
    const look = (file: typeof first) =>
      file.model.instructions.map((instruction) => [
        instruction.span.start,
        instruction.expanded.map((text) => text.at(0)),
        'script' in instruction ? instruction.script.commands.map((command) => command.span.start) : [],
        'mounts' in instruction
          ? instruction.mounts.flatMap((mount) => mount.options.map((option) => option.keySpan.start))
          : [],
        'pairs' in instruction ? instruction.pairs.map((pair) => [pair.keySpan.start, pair.span.end]) : [],
        'paths' in instruction ? instruction.paths.map((path) => path.span.start) : [],
        instruction.stage?.index,
      ]);
    look(first);
    assert.deepEqual(
      look(dockerfileFile('file:///Dockerfile', edited, undefined, first)),
      look(dockerfileFile('file:///Dockerfile', edited)),
    );
  });
});
