import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { leaves } from './leaves.ts';
import { parse } from './parser.ts';
import type { Tree } from './tree.ts';

function instructions(text: string) {
  return parse(text).instructions.map((instruction) => `${instruction.keyword}|${instruction.arguments.text}`);
}

function errors(text: string) {
  const tree = parse(text);
  return tree.errors.map((error) => `${error.id}:${text.slice(error.at.start, error.at.end)}`);
}

function assertLossless(tree: Tree) {
  let end = 0;
  for (const leaf of leaves(tree)) {
    assert.ok(leaf.span.start >= end, `leaf ${leaf.kind} overlaps the one before`);
    assert.match(tree.text.slice(end, leaf.span.start), /^[\s\uFEFF\u0085\\`]*$/, 'text outside every leaf');
    end = leaf.span.end;
  }
  assert.match(tree.text.slice(end), /^[\s\uFEFF\u0085\\`]*$/, 'text behind the last leaf');
}

describe('Dockerfile parser', () => {
  describe('lines, comments, continuations', () => {
    it('joins continued lines without a space', () => {
      assert.deepEqual(instructions('LABEL a=b\\\nc=d\n'), ['LABEL|a=bc=d']);
    });
    it('joins a split instruction word', () => {
      assert.deepEqual(instructions('RU\\\nN x\n'), ['RUN|x']);
    });
    it('takes blanks behind the escape character', () => {
      assert.deepEqual(instructions('RUN a \\ \t\n b\n'), ['RUN|a  b']);
    });
    it('does not continue behind two or three escape characters', () => {
      assert.deepEqual(instructions('RUN a \\\\\nRUN b\n'), ['RUN|a \\\\', 'RUN|b']);
      assert.deepEqual(instructions('RUN a \\\\\\\nRUN b\n'), ['RUN|a \\\\\\', 'RUN|b']);
    });
    it('starts an instruction with a lone escape line', () => {
      assert.deepEqual(instructions('\\\nRUN a\n'), ['RUN|a']);
    });
    it('leaves comment and blank lines inside an instruction out', () => {
      const [instruction] = parse('RUN a \\\n  # no \\\n\n && b\nUSER x').instructions;
      assert.equal(instruction?.arguments.text, 'a  && b');
      assert.equal(instruction?.innerComments.length, 1);
      assert.equal(instruction?.blankLines.length, 1);
    });
    it('keeps a number sign in mid-line', () => {
      assert.deepEqual(instructions('RUN a # b'), ['RUN|a # b']);
    });
    it('ends the last instruction at the end of the file', () => {
      assert.deepEqual(instructions('RUN a \\'), ['RUN|a']);
    });
    it('takes CRLF, a byte order mark and no final newline', () => {
      assert.deepEqual(instructions('\uFEFFFROM a\r\nRUN b \\\r\n c\r'), ['FROM|a', 'RUN|b  c']);
    });
    it('treats a lone carriage return as a blank', () => {
      assert.deepEqual(instructions('RUN a\rUSER b\n'), ['RUN|a\rUSER b']);
    });
    it('glues a no-break space to the word', () => {
      assert.deepEqual(instructions('RUN\u00a0x\n'), ['RUN\u00a0X|']);
    });
    it('maps every character back to the file', () => {
      const text = 'FROM a\nRUN first \\\n # note\n  second\\\nthird\n';
      const instruction = parse(text).instructions[1];
      assert.ok(instruction);
      const { head } = instruction;
      for (let index = 0; index < head.text.length; index++) assert.equal(text[head.at(index)], head.text[index]);
    });
  });

  describe('directives', () => {
    it('honours escape, which changes continuations', () => {
      assert.deepEqual(instructions('# escape=`\nRUN a `\n b\nRUN c \\\nUSER d'), ['RUN|a  b', 'RUN|c \\', 'USER|d']);
    });
    it('ends at the first line that is not a directive', () => {
      assert.deepEqual(parse('# x\n# escape=`\nRUN a').directives, []);
      assert.deepEqual(parse('\n# escape=`\nRUN a').directives, []);
      assert.deepEqual(parse('# escape=\n# syntax=a\nRUN a').directives, []);
    });
    it('reads syntax and check behind a shebang but not escape', () => {
      const tree = parse('#!/usr/bin/env x\n# escape=`\n# syntax=docker/dockerfile:1\nRUN a');
      assert.equal(tree.escape, '\\');
      assert.deepEqual(
        tree.directives.map((directive) => directive.name),
        ['syntax'],
      );
    });
    it('reports a repeated directive and a bad escape', () => {
      assert.deepEqual(errors('# escape=`\n# Escape=`\nFROM a'), ['duplicate-directive:Escape']);
      assert.deepEqual(errors('# escape=x\nFROM a'), ['invalid-escape-directive:x']);
    });
  });

  describe('flags', () => {
    function flags(text: string) {
      return parse(text).instructions[0]?.flags.map((flag) => `${flag.name}=${flag.value?.text ?? ''}`);
    }
    it('takes them from the front and removes quotes', () => {
      assert.deepEqual(flags(`RUN --mount='type=x,"target=/a,b"' --network=none echo --x`), [
        'mount=type=x,"target=/a,b"',
        'network=none',
      ]);
    });
    it('drops a bare double dash', () => {
      assert.deepEqual(instructions('RUN -- --x y'), ['RUN|--x y']);
    });
    it('keeps the character behind the escape', () => {
      assert.deepEqual(flags('RUN --a=b\\ c d'), ['a=b c']);
    });
    it('maps values across continuations', () => {
      const text = 'COPY --ch\\\nown=a\\\nb:c x y';
      const flag = parse(text).instructions[0]?.flags[0];
      assert.equal(flag?.name, 'chown');
      assert.equal(flag?.value?.text, 'ab:c');
      assert.equal(text[flag?.value?.at(1) ?? -1], 'b');
    });
    it('takes an unterminated quote to the end of the line', () => {
      assert.deepEqual(flags('RUN --a="b c'), ['a=b c']);
    });
  });

  describe('JSON form', () => {
    it('takes a strict array only', () => {
      const json = (text: string) => parse(text).instructions[0]?.json?.elements.map((element) => element.value);
      assert.deepEqual(json('CMD ["a", "b\\"c"]'), ['a', 'b"c']);
      assert.deepEqual(json('CMD []'), []);
      assert.equal(json("CMD ['a']"), undefined);
      assert.equal(json('CMD ["a",]'), undefined);
      assert.equal(json('CMD ["a"] b'), undefined);
      assert.deepEqual(json('CMD ["a", 1, [2, "3"]]'), ['a', undefined, undefined]);
    });
    it('knows where each element stands', () => {
      const text = 'CMD [ "a" , \\\n "b" ]';
      const elements = parse(text).instructions[0]?.json?.elements ?? [];
      assert.deepEqual(
        elements.map((element) => text.slice(element.span.start, element.span.end)),
        ['"a"', '"b"'],
      );
    });
  });

  describe('heredocs', () => {
    function bodies(text: string) {
      return parse(text).instructions.flatMap((instruction) =>
        instruction.heredocs.map((heredoc) => `${heredoc.name}:${text.slice(heredoc.body.start, heredoc.body.end)}`),
      );
    }
    it('reads bodies in order and goes on behind them', () => {
      const text = 'COPY <<a <<"b" /x\n1\na\n2 $x\nb\nUSER c';
      assert.deepEqual(bodies(text), ['a:1\n', 'b:2 $x\n']);
      assert.equal(parse(text).instructions.length, 2);
      assert.deepEqual(
        parse(text).instructions[0]?.heredocs.map((heredoc) => heredoc.expand),
        [true, false],
      );
    });
    it('ignores leading tabs before the terminator of <<-', () => {
      assert.deepEqual(bodies('RUN <<-EOF\n\tx\n\tEOF\n'), ['EOF:\tx\n']);
      assert.deepEqual(errors('RUN <<EOF\n\tEOF\n'), ['unterminated-heredoc:<<EOF']);
    });
    it('takes white space before the name, digits before the sign', () => {
      assert.deepEqual(bodies('RUN cat 2<< EOF\nx\nEOF\n'), ['EOF:x\n']);
    });
    it('is no heredoc when glued to a word, tripled, quoted, in JSON or on another instruction', () => {
      for (const line of [
        'RUN cat<<EOF',
        'RUN a <<<"x"',
        'RUN "<<EOF"',
        'RUN ["a", "<<EOF"]',
        'CMD <<EOF',
        'RUN $((1<<3))',
        'RUN a <<',
      ])
        assert.deepEqual(bodies(`${line}\nUSER x\n`), [], line);
    });
    it('finds the shift operator with blanks, as a build does', () => {
      assert.deepEqual(errors('RUN echo $((1 << 3))\n'), ['unterminated-heredoc:<< 3))']);
    });
    it('finds none on a line with unbalanced quotes', () => {
      assert.deepEqual(bodies("RUN echo it's <<EOF\nUSER x\n"), []);
    });
    it('waits for the whole word', () => {
      assert.deepEqual(bodies('RUN <<EOF;b\nx\nEOF;b\n'), ['EOF;b:x\n']);
    });
    it('works behind ONBUILD', () => {
      assert.deepEqual(bodies('ONBUILD RUN <<EOF\nx\nEOF\n'), ['EOF:x\n']);
    });
  });

  it('reports empty files and files without instructions', () => {
    assert.deepEqual(errors(''), ['empty-file:']);
    assert.deepEqual(errors('# a\n\n'), ['no-instructions:# a']);
  });

  it('reports lines longer than a build reads', () => {
    assert.deepEqual(
      parse(`FROM a\nRUN ${'x'.repeat(65_532)}`).errors.map((error) => error.id),
      ['line-too-long'],
    );
    assert.deepEqual(parse(`FROM a\nRUN ${'x'.repeat(65_531)}`).errors, []);
  });

  it('splits ONBUILD into the inner instruction', () => {
    const trigger = parse('ONBUILD COPY --from=a b c').instructions[0]?.trigger;
    assert.equal(trigger?.keyword, 'COPY');
    assert.equal(trigger?.flags[0]?.value?.text, 'a');
    assert.equal(trigger?.arguments.text, 'b c');
  });

  it('loses no character', () => {
    const text = [
      '\uFEFF# syntax=docker/dockerfile:1\r',
      '#escape = \\ ',
      'FROM --platform=$BUILDPLATFORM alpine:3 AS "x" # y',
      'RUN a \\ ',
      '  # inside',
      '',
      ' && b <<EOF <<-"F"',
      'body $x',
      'EOF',
      '\tF',
      '  \\',
      'CMD ["a", "b"]',
      'ONBUILD RUN <<G',
      'g',
      'G',
      'unknown stuff \\',
    ].join('\n');
    for (let end = 0; end <= text.length; end++) assertLossless(parse(text.slice(0, end)));
  });
});
