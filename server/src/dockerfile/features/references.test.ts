import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { definition } from './definition.ts';
import { linkedEditing } from './linkedEditing.ts';
import { highlight, references } from './references.ts';
import { atCursor, samples, testFile, withMarks } from './testing.ts';

/** The text with all places of what stands at the cursor marked. */
function places(marked: string, includeDeclaration = true): string {
  const { file, offset } = atCursor(marked);
  return withMarks(
    file,
    references(file, offset, includeDeclaration).map(({ range }) => range),
  );
}

/** Checks that every marked place finds all the others. */
function check(marked: string): void {
  const text = marked.replace(/[«»]/g, '');
  const offsets: number[] = [];
  let shift = 0;
  for (const { 0: mark, index } of marked.matchAll(/[«»]/g)) {
    if (mark === '«') offsets.push(index - shift);
    shift++;
  }
  for (const offset of offsets) {
    const cursor = `${text.slice(0, offset)}‸${text.slice(offset)}`;
    assert.equal(places(cursor), marked, `from ${cursor}`);
  }
}

function target(marked: string): string {
  const { file, offset } = atCursor(marked);
  return withMarks(
    file,
    definition(file, offset).map((link) => link.targetSelectionRange),
  );
}

describe('references', () => {
  it('finds a stage in FROM, COPY, mounts and by number, in any case', () => {
    check(
      'FROM a AS «Base»\nFROM «base» AS two\nCOPY --from=«BASE» x y\nCOPY --from=«0» x y\nRUN --mount=type=bind,from=«base»,target=/x true\nCOPY --from=other x y\nRUN echo base\n',
    );
  });

  it('finds a stage without name by its number', () => {
    assert.equal(places('FROM a\nFROM b\nCOPY --from=‸0 x y\n'), 'FROM a\nFROM b\nCOPY --from=«0» x y\n');
  });

  it('takes the last of two stages of the same name', () => {
    assert.equal(
      places('FROM a AS b\nFROM c AS b\nFROM d\nCOPY --from=‸b x y\n'),
      'FROM a AS b\nFROM c AS «b»\nFROM d\nCOPY --from=«b» x y\n',
    );
  });

  it('joins the ARGs of a name over the whole file', () => {
    check(
      'ARG «V»=1\nFROM a:$«V» AS x\nARG «V»\nRUN echo "${«V»}"\nFROM b:${«V»-2}\nRUN echo $V\nFROM c\nARG q=1 «V»=3\nLABEL v=$«V»\n',
    );
  });

  it('keeps ENV apart from the ARG that gives its value', () => {
    check('FROM a\nARG «V»\nENV V=$«V»\nRUN echo $V\n');
    check('FROM a\nARG V\nENV «V»=$V\nRUN echo $«V»\nCMD echo ${«V»}\n');
  });

  it('joins an ARG without value to the ENV it leaves in force', () => {
    check('FROM a\nENV «V»=1\nARG «V»\nRUN echo $«V»\n');
  });

  it('follows ENV to stages built on the one that sets it', () => {
    check(
      'FROM a AS x\nENV «V»=1\nFROM x AS y\nRUN echo $«V»\nENV «V»=2$«V»\nFROM y\nUSER $«V»\nFROM a\nENV V=3\nRUN echo $V\n',
    );
  });

  it('finds variables in heredocs, exec form with a shell, and text for another shell', () => {
    check(
      [
        'FROM a',
        'ENV «V»=1',
        'RUN <<EOF',
        'echo $«V»',
        'EOF',
        'COPY <<EOF /x',
        'a ${«V»}',
        'EOF',
        `RUN bash -c 'echo $«V»' && echo 'no $V' "$((«V» + 1))"`,
        'CMD ["sh", "-c", "echo $«V»"]',
        'ENTRYPOINT ["echo", "$V"]',
        'HEALTHCHECK CMD test -n "$«V»"',
        'RUN export «V» && unset «V»',
        '',
      ].join('\n'),
    );
  });

  it('leaves alone what the command sets itself', () => {
    check(
      'FROM a\nARG «V»=v1\nRUN V="${«V»#v}" && echo $V\nRUN for V in $«V»; do echo $V; done\nRUN (V=1; echo $V) && echo $«V»\nRUN read V && echo $V\nRUN V=1 env $«V»\n',
    );
  });

  it('finds variables of PowerShell and cmd', () => {
    check(
      'FROM a\nENV «V»=1\nSHELL ["powershell"]\nRUN Write-Host $env:«V» ${env:«V»} $V\nSHELL ["cmd"]\nRUN echo %«V»%\n',
    );
  });

  it('joins uses of what nothing declares within a stage', () => {
    check('FROM a\nUSER $«X»\nWORKDIR /${«X»}\nFROM a\nUSER $X\n');
  });

  it('finds both ends of a heredoc', () => {
    check('FROM a\nRUN <<«EOF» && cat <<B\nx\n«EOF»\ny\nB\n');
    check('FROM a\nCOPY <<-«"E F"» /x\nx\n\t«E F»\n');
  });

  it('can leave out declarations', () => {
    assert.equal(places('FROM a AS ‸b\nFROM b\n', false), 'FROM a AS b\nFROM «b»\n');
  });

  it('finds nothing elsewhere', () => {
    for (const text of ['FROM ‸alpine\n', '‸', 'FROM a\nRUN ec‸ho hi\n', '# a ‸comment\nFROM a\n']) {
      const { file, offset } = atCursor(text);
      assert.deepEqual(references(file, offset, true), []);
      assert.deepEqual(definition(file, offset), []);
    }
  });
});

describe('highlight', () => {
  it('tells declarations from uses', () => {
    const { file, offset } = atCursor('FROM a\nARG ‸V=1\nUSER $V\n');
    assert.deepEqual(
      highlight(file, offset).map(({ kind }) => kind),
      [DocumentHighlightKind.Write, DocumentHighlightKind.Read],
    );
  });
});

describe('definition', () => {
  it('goes to the name of the stage, or to its base', () => {
    assert.equal(target('FROM a AS b\nFROM ‸b\n'), 'FROM a AS «b»\nFROM b\n');
    assert.equal(target('FROM a\nFROM c\nCOPY --from=‸0 x y\n'), 'FROM «a»\nFROM c\nCOPY --from=0 x y\n');
  });

  it('goes to the nearest declaration, and from there to the global one', () => {
    assert.equal(target('ARG V=1\nFROM a\nARG V\nUSER $‸V\n'), 'ARG V=1\nFROM a\nARG «V»\nUSER $V\n');
    assert.equal(target('ARG V=1\nFROM a\nARG ‸V\nUSER $V\n'), 'ARG «V»=1\nFROM a\nARG V\nUSER $V\n');
    assert.equal(target('FROM a\nENV V=1\nRUN echo ${V:-‸}\n'), 'FROM a\nENV V=1\nRUN echo ${V:-}\n');
    assert.equal(target('FROM a\nENV V=1\nRUN echo ${V‸:-}\n'), 'FROM a\nENV «V»=1\nRUN echo ${V:-}\n');
  });

  it('goes to the heredoc that a delimiter ends', () => {
    assert.equal(target('FROM a\nRUN <<EOF\nx\n‸EOF\n'), 'FROM a\nRUN <<«EOF»\nx\nEOF\n');
  });

  it('does not know where BuildKit keeps its own', () => {
    assert.equal(target('FROM --platform=$BUILD‸PLATFORM a\n'), 'FROM --platform=$BUILDPLATFORM a\n');
  });
});

describe('linked editing', () => {
  function linked(marked: string): string | undefined {
    const { file, offset } = atCursor(marked);
    const found = linkedEditing(file, offset);
    return found && withMarks(file, found.ranges);
  }

  it('joins names that are written alike, and leaves numbers alone', () => {
    assert.equal(
      linked('FROM a AS ‸b\nFROM b\nCOPY --from=0 x y\nCOPY --from=b x y\n'),
      'FROM a AS «b»\nFROM «b»\nCOPY --from=0 x y\nCOPY --from=«b» x y\n',
    );
    assert.equal(linked('FROM a AS ‸B\nFROM b\n'), undefined);
    assert.equal(linked('FROM a AS ‸b\n'), undefined);
    assert.equal(linked('FROM a\nFROM b\nCOPY --from=‸0 x y\n'), undefined);
    assert.equal(linked('FROM a\nARG ‸V\nUSER $V\n'), undefined);
  });

  it('joins the ends of a heredoc', () => {
    assert.equal(linked('FROM a\nRUN <<E‸OF\nx\nEOF\n'), 'FROM a\nRUN <<«EOF»\nx\n«EOF»\n');
    assert.equal(linked('FROM a\nRUN <<"E‸OF"\nx\nEOF\n'), undefined);
  });
});

describe('names at every offset of the samples', () => {
  it('are found without failing, and each place finds all places', function () {
    this.timeout(20_000);
    for (const sample of samples) {
      const file = testFile(sample);
      for (let offset = 0; offset <= sample.length; offset++) {
        const found = references(file, offset, true);
        if (found.length === 0) continue;
        const first = found[0]?.range.start;
        const from = references(file, first === undefined ? 0 : file.lines.offset(first), true);
        assert.deepEqual(from, found);
        definition(file, offset);
        linkedEditing(file, offset);
      }
    }
  });
});
