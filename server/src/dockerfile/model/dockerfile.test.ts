import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dockerfileFile } from './file.ts';

function model(text: string) {
  return dockerfileFile('file:///Dockerfile', text).model;
}

function uses(text: string) {
  return model(text).variables.uses.map(({ name, variable }) => {
    const value = variable?.value;
    return `${name}=${value === undefined ? 'undeclared' : value.kind === 'text' ? value.text : 'unknown'}`;
  });
}

describe('Dockerfile model', () => {
  it('cuts the file into stages', () => {
    const { stages, preamble } = model('ARG V=3\nFROM alpine:$V AS Base\nRUN a\nFROM base\nCOPY --from=0 a b\n');
    assert.equal(preamble.length, 1);
    assert.deepEqual(
      stages.map((stage) => [stage.name, stage.baseText, stage.instructions.length]),
      [
        ['base', 'alpine:3', 1],
        [undefined, 'base', 1],
      ],
    );
    assert.equal(stages[1]?.parent, stages[0]);
    assert.equal(stages[1]?.root.image?.path.text, 'alpine');
  });

  it('compares FROM exactly with the lower-cased name of an earlier stage', () => {
    assert.equal(model('FROM a AS Base\nFROM Base\n').stages[1]?.parent, undefined);
    assert.equal(model('FROM b\nFROM a AS b\n').stages[0]?.parent, undefined);
  });

  it('resolves COPY --from and mounts to stages anywhere in the file', () => {
    const { references, stages } = model(
      'FROM a AS one\nFROM b AS two\nCOPY --from=ONE x y\nCOPY --from=1 x y\nCOPY --from=image x y\nRUN --mount=from=One,target=/x --mount=target=/y z\n',
    );
    assert.deepEqual(
      references.map(({ kind, text, target }) => [
        kind,
        text,
        target === undefined ? undefined : stages.indexOf(target),
      ]),
      [
        ['copy', 'ONE', 0],
        ['copy', '1', 1],
        ['copy', 'image', undefined],
        ['mount', 'One', 0],
      ],
    );
  });

  it('knows which stages a build needs', () => {
    const dockerfile = model('FROM a AS one\nFROM b AS two\nFROM c AS three\nCOPY --from=one x y\n');
    assert.deepEqual(
      dockerfile.stages.map((stage) => dockerfile.isNeeded(stage)),
      [true, false, true],
    );
  });

  describe('variables', () => {
    it('shows global ARGs to FROM and, once redeclared, to a stage', () => {
      assert.deepEqual(uses('ARG V=1\nFROM a:$V\nUSER $V\nARG V\nUSER $V\n'), ['V=1', 'V=undeclared', 'V=1']);
    });
    it('lets the last of ARG and ENV win', () => {
      assert.deepEqual(uses('FROM a\nENV A=e\nARG A=a\nUSER $A\nENV A=f\nUSER $A\n'), ['A=a', 'A=f']);
      assert.deepEqual(uses('FROM a\nENV A=e\nARG A\nUSER $A\n'), ['A=e']);
    });
    it('gives all pairs of one ENV the environment before it, and ARG names one after another', () => {
      assert.deepEqual(uses('FROM scratch\nENV A=1 B=$A\nUSER $B\n'), ['A=undeclared', 'B=']);
      assert.deepEqual(uses('FROM a\nARG A=1 B=$A\nUSER $B\n'), ['A=1', 'B=1']);
    });
    it('does not know what the base image sets', () => {
      assert.deepEqual(uses('FROM a\nENV B=$A\nUSER $B\n'), ['A=undeclared', 'B=unknown']);
    });
    it('inherits over FROM stage and not over COPY --from', () => {
      assert.deepEqual(uses('FROM a AS x\nENV A=1\nFROM x\nUSER $A\nFROM b\nCOPY --from=x $A b\n'), [
        'A=1',
        'A=undeclared',
      ]);
    });
    it('knows platform arguments in FROM and, declared, in stages', () => {
      assert.deepEqual(uses('FROM --platform=$BUILDPLATFORM a\nUSER $TARGETARCH\nARG TARGETARCH\nUSER $TARGETARCH\n'), [
        'BUILDPLATFORM=unknown',
        'TARGETARCH=undeclared',
        'TARGETARCH=unknown',
      ]);
    });
    it('leaves the commands to the shell', () => {
      assert.deepEqual(
        uses('FROM a\nRUN --mount=target=$T,from=x echo $A\nCMD $B\nENTRYPOINT ["$C"]\nHEALTHCHECK CMD $D\n'),
        ['T=undeclared'],
      );
    });
    it('expands unquoted heredoc bodies of COPY', () => {
      assert.deepEqual(uses('FROM a\nENV A=1\nCOPY <<x <<"y" /z/\n$A\nx\n$B\ny\n'), ['A=1']);
    });
  });

  it('knows the shell in force', () => {
    const { stages } = model(
      'FROM a AS x\nSHELL ["/bin/bash", "-c"]\nRUN a\nFROM x\nRUN b\nFROM y\nRUN c\n# hadolint shell=powershell\nRUN d\n',
    );
    assert.deepEqual(
      stages.flatMap((stage) => stage.all('RUN').map((run) => run.shell.words[0])),
      ['/bin/bash', '/bin/bash', '/bin/sh', 'powershell'],
    );
  });

  it('tells the form of a RUN', () => {
    const { stages } = model('FROM a\nRUN a\nRUN ["a"]\nRUN <<E\nx\nE\nRUN cat <<E\nx\nE\nRUN <<-"E"\nx\nE\n');
    assert.deepEqual(
      stages[0]?.all('RUN').map((run) => run.form),
      ['shell', 'exec', 'heredoc', 'shell', 'heredoc'],
    );
  });

  it('keeps legacy pairs, heredoc sources and JSON paths apart', () => {
    const { stages } = model('FROM a\nENV A b c\nENV D=e F="g h"\nCOPY <<x <<y /z/\n1\nx\n2\ny\nCOPY ["a b", "c"]\n');
    const [first, second] = stages[0]?.all('ENV') ?? [];
    assert.deepEqual(
      first?.pairs.map((pair) => [pair.key.text, pair.value?.text]),
      [['A', 'b c']],
    );
    assert.deepEqual(
      second?.pairs.map((pair) => [pair.key.text, pair.value?.text]),
      [
        ['D', 'e'],
        ['F', '"g h"'],
      ],
    );
    const [heredocs, json] = stages[0]?.all('COPY') ?? [];
    assert.deepEqual(
      heredocs?.sources.map((source) => source.heredoc?.name),
      ['x', 'y'],
    );
    assert.equal(heredocs?.destination?.text, '/z/');
    assert.deepEqual(
      json?.paths.map((path) => path.text),
      ['a b', 'c'],
    );
  });

  it('reads mounts with CSV quotes', () => {
    const [run] =
      model(`FROM a\nRUN --mount='type=bind,"target=/a,b"' --mount=TYPE=cache,ro,dst=/c x\n`).stages[0]?.all('RUN') ??
      [];
    assert.deepEqual(
      run?.mounts.map((mount) => [
        mount.type,
        mount.option('target', 'dst', 'destination')?.value?.text,
        mount.options.length,
      ]),
      [
        ['bind', '/a,b', 2],
        ['cache', '/c', 3],
      ],
    );
  });
});

describe('scripts of instructions', () => {
  function commands(text: string) {
    const { stages } = dockerfileFile('file:///Dockerfile', text).model;
    return (stages[0]?.instructions ?? []).flatMap((instruction) =>
      'script' in instruction
        ? instruction.script.commands.map((command) => {
            const { start, end } = command.nameSpan;
            assert.equal(text.slice(start, end).replaceAll(/\\\n|"/g, ''), command.name);
            return command.name;
          })
        : [],
    );
  }
  it('reads shell form through continuations', () => {
    assert.deepEqual(commands('FROM a\nRUN apt-get upd\\\nate && \\\n # note\n  r\\\nm x\n'), ['apt-get', 'rm']);
  });
  it('reads exec form, heredocs and health checks', () => {
    assert.deepEqual(
      commands(
        'FROM a\nCMD ["curl", "x y"]\nRUN <<-E\n\tset -e\n\tmake\n\tE\nRUN cat <<E && ls\nx\nE\nHEALTHCHECK --retries=1 CMD wget x\n',
      ),
      ['curl', 'set', 'make', 'cat', 'ls', 'wget'],
    );
  });
  it('leaves other languages alone', () => {
    assert.deepEqual(
      commands(
        'FROM a\nRUN <<E\n#!/usr/bin/env python3\nimport os\nE\nSHELL ["powershell", "-Command"]\nRUN Get-Item x\n',
      ),
      [],
    );
  });
});
