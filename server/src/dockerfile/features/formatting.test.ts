import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { FeatureSettings } from '../../language.ts';
import { applyEdits } from '../../text/edit.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import { formatOnType } from './formatOnType.ts';
import { format } from './formatting.ts';
import { atCursor, context, halfTyped, samples, testFile } from './testing.ts';

const spaces: FormattingOptions = { tabSize: 4, insertSpaces: true };

function applied(file: DockerfileFile, edits: readonly TextEdit[]): string {
  return applyEdits(
    file.text,
    edits.map(({ range, newText }) => ({
      at: { start: file.lines.offset(range.start), end: file.lines.offset(range.end) },
      newText,
    })),
  );
}

interface How {
  readonly options?: FormattingOptions;
  readonly casing?: FeatureSettings['format']['instructionCasing'];
  readonly lines?: readonly [number, number];
}

function formatted(text: string, { options = spaces, casing = 'upper', lines }: How = {}): string {
  const file = testFile(text);
  const settings = { format: { instructionCasing: casing } };
  const within = lines && { start: file.lines.start(lines[0]), end: file.lines.end(lines[1]) };
  return applied(file, format(file, options, context({ settings }), within));
}

/** Formats, and checks that the result is final. */
function check(text: string, wanted: string, how: How = {}): void {
  assert.equal(formatted(text, how), wanted);
  assert.equal(formatted(wanted, how), wanted, 'twice is not once');
  assert.deepEqual(meaning(wanted), meaning(text));
}

/** All that a build takes from a file: blanks between the words of shells and of instructions left out. */
function meaning(text: string): unknown[] {
  const { model, tree } = testFile(text);
  return [
    tree.directives.map(({ name, value, readBy }) => [name, value, readBy]),
    tree.errors.map(({ id }) => id),
    model.instructions.map(meaningOf),
    model.stages.map(({ baseText, name }) => [baseText, name]),
    model.variables.declared.map(({ name, value, kind }) => [name, value, kind]),
  ];
}

function meaningOf(instruction: Instruction): unknown {
  const { node, keyword, flags } = instruction;
  const own = [
    keyword,
    flags.map(({ name, value }) => [name, value?.text]),
    node.heredocs.map((heredoc) => [heredoc.name, heredoc.expand, node.heredocText(heredoc).text]),
    node.innerComments.map(({ text }) => text),
  ];
  switch (instruction.keyword) {
    case 'ENV':
    case 'LABEL':
      return [...own, instruction.pairs.map(({ key, value }) => [key.text, value?.text])];
    case 'ARG':
      return [...own, instruction.declarations.map(({ name, value }) => [name, value?.text])];
    case 'COPY':
    case 'ADD':
      return [...own, instruction.paths.map(({ text }) => text)];
    case 'VOLUME':
    case 'EXPOSE':
      return [...own, instruction.words.map(({ text }) => text)];
    case 'FROM':
      return [...own, node.words.map(({ text }) => text.replace(/^as$/i, 'AS'))];
    case 'ONBUILD':
      return [...own, instruction.trigger && meaningOf(instruction.trigger)];
    case 'HEALTHCHECK':
      return [...own, instruction.kind?.text.toUpperCase(), commandOf(instruction)];
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return [...own, commandOf(instruction)];
    case 'SHELL':
      return [...own, node.json?.elements.map(({ value }) => value) ?? node.arguments.text];
    default:
      return [...own, node.arguments.text];
  }
}

function commandOf(
  instruction: Extract<Instruction, { keyword: 'RUN' | 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK' }>,
): unknown {
  const { exec, script } = instruction;
  if (exec !== undefined) return exec.elements.map(({ value }) => value);
  if (!script.ok) return script.text;
  return script.commands.map(({ name, args, redirections, connector, assignments }) => [
    name,
    args.map(({ raw }) => (raw.includes('$(') ? raw.replace(/\s+/g, ' ') : raw)),
    redirections.map(({ operator, target }) => [operator, target?.raw]),
    assignments.map(({ value }) => value?.raw),
    connector,
  ]);
}

describe('formatting', () => {
  it('indents continued lines by one step and keeps what is deeper', () => {
    check('FROM a\nRUN a && \\\n  b && \\\n    c\n', 'FROM a\nRUN a && \\\n    b && \\\n      c\n');
    check(
      'FROM a\nRUN set -e; \\\nif x; then \\\n  y; \\\nfi\n',
      'FROM a\nRUN set -e; \\\n    if x; then \\\n      y; \\\n    fi\n',
    );
    check('FROM a\nLABEL a=b \\\n      c=d\n', 'FROM a\nLABEL a=b \\\n    c=d\n');
    check(
      'FROM a\nCOPY --from=x \\\n--link \\\n a \\\n b\n',
      'FROM a\nCOPY --from=x \\\n    --link \\\n     a \\\n     b\n',
    );
  });

  it('uses the step that the editor wants', () => {
    check('FROM a\nRUN a \\\n    b\n', 'FROM a\nRUN a \\\n  b\n', { options: { tabSize: 2, insertSpaces: true } });
    check('FROM a\nRUN a \\\n  b \\\n      c\n', 'FROM a\nRUN a \\\n\tb \\\n\t\tc\n', {
      options: { tabSize: 4, insertSpaces: false },
    });
    check('FROM a\nRUN a \\\n\tb \\\n\t\tc\n', 'FROM a\nRUN a \\\n    b \\\n        c\n');
    check('FROM a\nRUN a \\\n b\n', 'FROM a\nRUN a \\\n    b\n', { options: { tabSize: 0, insertSpaces: true } });
  });

  it('leaves alone what continues strings, words and values', () => {
    for (const text of [
      'FROM a\nRUN echo "x \\\n  y"\n',
      "FROM a\nRUN echo 'x \\\ny \\\n      z'\n",
      'FROM a\nENV A="b \\\n  c"\n',
      'FROM a\nENV A=b\\\nc\n',
      'FROM a\nRUN ab\\\ncd\n',
      'FROM a\nENV A b \\\n  c\n',
      'FROM a\nWORKDIR /a\\\n b\n',
      'FROM a\nUSER a\\\n  b\n',
      'FROM a\nMAINTAINER a \\\n b\n',
      'FROM a\nCMD ["a \\\n  b"]\n',
      'FROM a\nRUN --mount="type=bind, \\\n target=/x" y\n',
      'FROM a\nRUN echo "$(a \\\n b)"\n',
      'FROM a\nRUN if x \\\n y\n',
      'FROM a\nSHELL ["cmd"]\nRUN echo a \\\n b\n',
      '# escape=`\nFROM a\nRUN echo a `\n b\n',
      'FROM a\nFOO a \\\n b\n',
      'FROM a\nRUN echo ${A:-x \\\n y}\n',
    ]) {
      check(text, text);
    }
  });

  it('moves lines beside a string that goes on, and inside substitutions', () => {
    check('FROM a\nRUN a \\\n  "b \\\n c" \\\n  d\n', 'FROM a\nRUN a \\\n    "b \\\n c" \\\n    d\n');
    check('FROM a\nRUN a $(b \\\n c) \\\n  d\n', 'FROM a\nRUN a $(b \\\n    c) \\\n     d\n');
    check('FROM a\nCMD ["a", \\\n  "b"]\n', 'FROM a\nCMD ["a", \\\n    "b"]\n');
    check('FROM a\nRUN a\\\n b\n', 'FROM a\nRUN a\\\n    b\n');
    check('FROM a\nONBUILD RUN a \\\n b\n', 'FROM a\nONBUILD RUN a \\\n    b\n');
    check(
      'FROM a\nHEALTHCHECK --retries=3 \\\n  CMD a \\\n  b\n',
      'FROM a\nHEALTHCHECK --retries=3 \\\n    CMD a \\\n    b\n',
    );
    check('# escape=`\nFROM a\nCOPY a `\n b\n', '# escape=`\nFROM a\nCOPY a `\n    b\n');
  });

  it('leaves heredocs and their ends alone', () => {
    for (const keyword of ['RUN', 'COPY', 'ADD', 'ONBUILD RUN', 'ONBUILD COPY']) {
      const text = `FROM a\n${keyword} <<-EOF <<"B" /x\n  a  \n\n\n\tb \\\n\tEOF\n  # x\nB\n`;
      check(text, text);
    }
    check('FROM a\nRUN --network=none \\\n  <<EOF\n x  \nEOF', 'FROM a\nRUN --network=none \\\n    <<EOF\n x  \nEOF\n');
    const open = 'FROM a\nRUN <<EOF\n x  \n\n\n';
    check(open, open);
  });

  it('puts comments inside instructions above the line they speak of, and leaves those at the margin', () => {
    check(
      'FROM a\nRUN a \\\n  # one\n# two\n  b \\\n      # three\n      c \\\n # four\n',
      'FROM a\nRUN a \\\n    # one\n# two\n    b \\\n        # three\n        c \\\n        # four\n',
    );
  });

  it('removes blanks at line ends, also behind continuations, and indentation of instructions', () => {
    check('FROM a  \n  RUN a \\  \n    b\t \n   \n# c  \n', 'FROM a\nRUN a \\\n    b\n\n# c\n');
    check('  # hi\n\tFROM a\n', '# hi\nFROM a\n');
  });

  it('keeps one blank line, and two above a stage, and ends with a line break', () => {
    check('\n\nFROM a\n\n\n\nRUN b\n\n\n\n\n# c\nFROM d\n\n\n', 'FROM a\n\nRUN b\n\n\n# c\nFROM d\n');
    check('FROM a', 'FROM a\n');
    check('FROM a\nRUN b \\\n\n\n    c\n', 'FROM a\nRUN b \\\n\n\n    c\n');
  });

  it('never makes a directive of a comment or another kind of a directive', () => {
    for (const text of [
      '\n# escape=`\nFROM a\n',
      '  # syntax=x\nFROM a\n',
      'FROM a\n  # check=skip=all\nCMD b\n',
      '# hi\n\n# escape=`\nFROM a\n',
    ]) {
      check(text, text);
    }
    check('# escape=`  \n\n\n\nFROM a\n', '# escape=`\n\n\nFROM a\n');
  });

  it('writes the words of the language in the case that is set', () => {
    const text = 'from a as b\nrun c as d\nonbuild copy x y\nhealthcheck none\nFoo a\n';
    check(text, 'FROM a AS b\nRUN c as d\nONBUILD COPY x y\nHEALTHCHECK NONE\nFoo a\n');
    check(text.toUpperCase(), 'from A as B\nrun C AS D\nonbuild copy X Y\nhealthcheck none\nFOO A\n', {
      casing: 'lower',
    });
    check('From a aS b\n', 'From a aS b\n', { casing: 'preserve' });
    check('fr\\\nom a\n', 'fr\\\nom a\n');
  });

  it('leaves one blank behind words and flags', () => {
    check(
      'FROM   --platform=linux/arm64\ta   AS  b\nCOPY \t--from=b  --link   x   y\nENV  A   B  C\n',
      'FROM --platform=linux/arm64 a AS b\nCOPY --from=b --link x   y\nENV A   B  C\n',
    );
  });

  it('keeps line breaks as they are', () => {
    check('from a\r\nRUN a \\\r\n  b  \r\n\r\n\r\n\r\nRUN c', 'FROM a\r\nRUN a \\\r\n    b\r\n\r\nRUN c\r\n');
    check('\uFEFFfrom a\n', '\uFEFFFROM a\n');
    check('FROM a\nRUN b \\\r \nRUN c\n', 'FROM a\nRUN b \\\r \nRUN c\n');
  });

  it('formats a range by whole instructions, and nothing around it', () => {
    const text = 'from a  \nrun a \\\n  b  \n\n\n\nrun c  \n';
    assert.equal(formatted(text, { lines: [2, 2] }), 'from a  \nRUN a \\\n    b\n\n\n\nrun c  \n');
    assert.equal(formatted(text, { lines: [0, 0] }), 'FROM a\nrun a \\\n  b  \n\n\n\nrun c  \n');
    assert.equal(formatted(text, { lines: [0, 6] }), formatted(text));
  });

  it('edits no more than what changes', () => {
    const file = testFile('FROM a\nRUN a \\\n  b\n');
    assert.deepEqual(format(file, spaces, context()), [
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 2 } }, newText: '    ' },
    ]);
    assert.deepEqual(format(testFile(''), spaces, context()), []);
  });
});

describe('formatting on type', () => {
  function entered(marked: string, options = spaces): string {
    const { file, offset } = atCursor(marked);
    return applied(file, formatOnType(file, offset, '\n', options));
  }

  it('indents behind the first line and keeps the indentation after that', () => {
    assert.equal(entered('FROM a\nRUN a && \\\n‸'), 'FROM a\nRUN a && \\\n    ');
    assert.equal(entered('FROM a\nRUN a && \\\n‸', { tabSize: 4, insertSpaces: false }), 'FROM a\nRUN a && \\\n\t');
    assert.equal(entered('FROM a\nRUN a \\\n  b \\\n‸\nRUN c\n'), 'FROM a\nRUN a \\\n  b \\\n  \nRUN c\n');
    assert.equal(entered('FROM a\nRUN a \\\n‸b c\n'), 'FROM a\nRUN a \\\n    b c\n');
    assert.equal(entered('FROM a\nRUN a \\\n      b \\\n# c\n‸'), 'FROM a\nRUN a \\\n      b \\\n# c\n      ');
  });

  it('goes back to the margin behind an instruction', () => {
    assert.equal(entered('FROM a\nRUN a \\\n    b\n    ‸'), 'FROM a\nRUN a \\\n    b\n');
    assert.equal(entered('FROM a\n  ‸RUN b\n'), 'FROM a\nRUN b\n');
  });

  it('leaves strings, words, values, heredocs and comments alone', () => {
    for (const marked of [
      'FROM a\nRUN echo "x \\\n‸',
      'FROM a\nRUN ab\\\n‸cd\n',
      'FROM a\nWORKDIR /a\\\n‸',
      'FROM a\nRUN <<E\n  a\n  ‸\nE\n',
      '‸FROM a\n',
    ]) {
      assert.equal(entered(marked), marked.replace('‸', ''));
    }
    const { file, offset } = atCursor('FROM a\nRUN a \\\n‸');
    assert.deepEqual(formatOnType(file, offset, ';', spaces), []);
  });
});

describe('formatting of any file', () => {
  it('keeps its meaning, and twice is once', function () {
    this.timeout(20_000);
    const keeps = (text: string, how: How) => {
      const once = formatted(text, how);
      assert.deepEqual(meaning(once), meaning(text));
      assert.equal(formatted(once, how), once);
    };
    for (const text of samples) {
      for (const casing of ['lower', 'preserve'] as const) keeps(text, { casing });
      keeps(text, { options: { tabSize: 8, insertSpaces: false } });
    }
    for (const text of [...samples, ...halfTyped]) keeps(text, {});
  });

  it('never fails while typing', function () {
    this.timeout(20_000);
    for (const text of halfTyped) formatOnType(testFile(text), text.length, '\n', spaces);
  });
});
