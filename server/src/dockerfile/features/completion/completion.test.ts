import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type CompletionItem,
  type InsertReplaceEdit,
  InsertTextFormat,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { LocalImage } from '../../../host.ts';
import { dockerfileFile } from '../../model/file.ts';
import { instructionWords } from '../../syntax/instructionWords.ts';
import { atCursor, context, halfTyped, hostWith, samples, type TestContext, testFile } from '../testing.ts';
import { completion, resolveCompletion } from './index.ts';
import { plainText } from './items.ts';

const images: readonly LocalImage[] = [
  {
    id: 'sha256:1',
    tags: ['node:24', 'node:24-alpine'],
    size: 1e9,
    created: 0,
    user: 'node',
    exposedPorts: ['3001/tcp', '53/udp'],
  },
  { id: 'sha256:2', tags: ['ghcr.io/a/b:1'], size: 1e6, created: 0 },
];

async function complete(marked: string, options: TestContext = {}): Promise<CompletionItem[]> {
  const { file, offset } = atCursor(marked);
  return [...(await completion(file, offset, context(options)))];
}

async function labels(marked: string, options?: TestContext): Promise<string[]> {
  return (await complete(marked, options)).map(({ label }) => label);
}

async function offers(marked: string, ...wanted: readonly string[]): Promise<void> {
  const found = await labels(marked);
  for (const label of wanted)
    assert.ok(found.includes(label), `${label} is not among ${found.join(', ')} at ${marked}`);
}

async function offersNot(marked: string, ...unwanted: readonly string[]): Promise<void> {
  const found = await labels(marked);
  for (const label of unwanted) assert.ok(!found.includes(label), `${label} is offered at ${marked}`);
}

function isTextEdit(edit: TextEdit | InsertReplaceEdit | undefined): edit is TextEdit {
  return edit !== undefined && 'range' in edit;
}

/** The text after an item was taken. */
async function taken(marked: string, label: string, options?: TestContext): Promise<string> {
  const { file } = atCursor(marked);
  const item = (await complete(marked, options)).find((candidate) => candidate.label === label);
  assert.ok(item !== undefined, `${label} is not offered at ${marked}`);
  assert.ok(isTextEdit(item.textEdit));
  const { range, newText } = item.textEdit;
  return file.text.slice(0, file.lines.offset(range.start)) + newText + file.text.slice(file.lines.offset(range.end));
}

describe('completion of instructions', () => {
  it('offers what may begin a file', async () => {
    assert.deepEqual((await labels('‸')).slice(0, 3), ['FROM', 'ARG', 'FROM … AS']);
    await offersNot('‸', 'RUN', 'COPY');
    await offersNot('ARG A\n‸', 'RUN');
    await offers('FROM a\n‸', ...instructionWords);
  });

  it('replaces what has been typed, and no more', async () => {
    assert.equal(await taken('FR‸', 'FROM'), 'FROM ');
    assert.equal(await taken('FROM a\n  co‸ x y\n', 'COPY'), 'FROM a\n  COPY x y\n');
    assert.equal(await taken('FROM a\nru‸', 'RUN <<EOF'), 'FROM a\nRUN <<${1:EOF}\nset -eu\n${0}\n${1:EOF}');
  });

  it('gives templates only where the line is free, and as text to clients without snippets', async () => {
    await offersNot('FROM a\nCO‸PY x y\n', 'COPY --from');
    assert.equal(
      await taken('FROM a\n‸', 'RUN --mount=type=cache', { snippets: false }),
      'FROM a\nRUN --mount=type=cache,target=/root/.cache \\\n    command',
    );
    assert.equal(
      await taken('# escape=`\nFROM a\n‸', 'RUN --mount=type=cache'),
      '# escape=`\nFROM a\nRUN --mount=type=cache,target=${1:/root/.cache} `\n    ${0:command}',
    );
    const [item] = (await complete('FROM a\n‸')).filter(({ label }) => label === 'ENV name=value');
    assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal(plainText('a ${1:b} ${2|c,d|} $0${3} \\$E'), 'a b c  $E');
  });

  it('writes as the file does', async () => {
    await offers('from a\nrun b\n‸', 'copy', 'copy --from', 'healthcheck none');
    await offersNot('from a\nrun b\n‸', 'COPY');
    const settings = { format: { instructionCasing: 'lower' as const } };
    assert.ok((await labels('‸', { settings })).includes('from'));
    assert.equal(await taken('from a\n‸', 'from … as'), 'from a\nfrom ${1:image}:${2:tag} as ${3:name}');
  });

  it('knows what may stand behind ONBUILD', async () => {
    await offers('FROM a\nONBUILD ‸', 'RUN', 'COPY');
    await offersNot('FROM a\nONBUILD ‸', 'FROM', 'ONBUILD', 'MAINTAINER');
    assert.equal(await taken('FROM a\nONBUILD co‸', 'COPY'), 'FROM a\nONBUILD COPY ');
    await offers('FROM a\nONBUILD COPY --‸', '--from', '--chown');
  });

  it('documents items when they are looked at', async () => {
    const [run] = (await complete('FROM a\n‸')).filter(({ label }) => label === 'RUN');
    assert.ok(run !== undefined && run.documentation === undefined);
    assert.deepEqual((run.data as { language: string }).language, 'dockerfile');
    assert.match(JSON.stringify(resolveCompletion(run).documentation), /Runs a command/);
    for (const marked of [
      'FROM a\n‸',
      'FROM a\nRUN --‸',
      'FROM a\nRUN --mount=‸',
      '# ‸',
      '# check=skip=‸',
      'FROM --platform=‸',
    ]) {
      for (const item of await complete(marked)) {
        const { topic } = (item.data ?? {}) as { topic?: unknown };
        if (topic !== undefined && item.label !== 'all') assert.ok(resolveCompletion(item).documentation, item.label);
      }
    }
    assert.deepEqual(resolveCompletion({ label: 'x' }), { label: 'x' });
  });
});

describe('completion of flags', () => {
  it('offers those of the instruction that are not given yet', async () => {
    assert.deepEqual(await labels('FROM --‸'), ['--platform']);
    await offers('FROM a\nCOPY ‸', '--from', '--link', '--parents');
    await offersNot('FROM a\nCOPY --link --‸', '--link');
    await offers('FROM a\nRUN --mount=type=ssh --‸', '--mount', '--network');
    await offersNot('FROM a\nCOPY a --‸', '--link');
    assert.deepEqual(await labels('FROM a\nENV --‸'), []);
  });

  it('writes values behind an equals sign, and none for switches', async () => {
    assert.equal(await taken('FROM a\nCOPY --fr‸', '--from'), 'FROM a\nCOPY --from=');
    assert.equal(await taken('FROM a\nCOPY -‸', '--link'), 'FROM a\nCOPY --link');
    assert.equal(await taken('FROM a\nCOPY --cho‸=x a b\n', '--chown'), 'FROM a\nCOPY --chown=x a b\n');
  });

  it('offers values', async () => {
    assert.deepEqual(await labels('FROM a\nRUN --network=‸'), ['default', 'none', 'host']);
    assert.equal(await taken('FROM a\nRUN --security=in‸', 'insecure'), 'FROM a\nRUN --security=insecure');
    await offers('FROM --platform=‸', '$BUILDPLATFORM', 'linux/arm64');
    await offers('FROM a\nCOPY --chmod=‸', '755');
    await offers('FROM a\nHEALTHCHECK --interval=‸', '30s');
    await offers('FROM a\nADD --checksum=‸', 'sha256:');
    await offers('FROM a\nCOPY --chown=‸', 'nobody', 'root');
    await offers('FROM a\nRUN groupadd staff\nCOPY --chown=me:‸', 'staff', 'root');
  });

  it('offers stages that come before, in COPY by number too', async () => {
    const text = 'FROM a AS One\nFROM b\nFROM c AS own\nCOPY --from=‸ x y\nFROM d AS later\n';
    const found = await labels(text);
    assert.deepEqual(found.slice(0, 2), ['1', 'One']);
    for (const label of ['own', 'later', '2', '3', '0']) assert.ok(!found.includes(label), label);
    assert.equal(
      await taken('FROM a AS one\nFROM b\nCOPY --from=o‸ x y\n', 'one'),
      'FROM a AS one\nFROM b\nCOPY --from=one x y\n',
    );
    assert.ok(
      (await labels('FROM a\nFROM b\nCOPY --from=‸', { host: { images: async () => images } })).includes(
        'ghcr.io/a/b:1',
      ),
    );
  });
});

describe('completion of mounts', () => {
  it('offers types, keys of the type, and their values', async () => {
    await offers('FROM a\nRUN --mount=‸', 'type=cache,…', 'type', 'target');
    assert.deepEqual(await labels('FROM a\nRUN --mount=type=‸'), ['bind', 'cache', 'tmpfs', 'secret', 'ssh']);
    await offers('FROM a\nRUN --mount=type=cache,‸', 'target', 'id', 'sharing', 'uid');
    await offersNot('FROM a\nRUN --mount=type=cache,target=/x,‸', 'type', 'target', 'size', 'env', 'required', 'dst');
    await offers('FROM a\nRUN --mount=type=secret,‸', 'env', 'required');
    await offers('FROM a\nRUN --mount=type=tmpfs,‸', 'size');
    await offers('FROM a\nRUN --mount=type=cache,ds‸', 'dst');
    assert.deepEqual(await labels('FROM a\nRUN --mount=type=cache,sharing=‸'), ['shared', 'private', 'locked']);
    await offers('FROM a\nRUN --mount=type=cache,target=‸', '/root/.npm', '/go/pkg/mod');
    await offers('FROM a\nRUN --mount=type=ssh,id=‸', 'default');
    await offers('FROM a\nRUN --mount=type=secret,id=tok x\nRUN --mount=type=secret,id=‸', 'tok');
    assert.equal(
      await taken('FROM a\nRUN --mount=type=cache,sha‸', 'sharing'),
      'FROM a\nRUN --mount=type=cache,sharing=',
    );
    assert.equal(await taken('FROM a\nRUN --mount=type=bind,r‸', 'rw'), 'FROM a\nRUN --mount=type=bind,rw');
  });

  it('offers stages by name only', async () => {
    const found = await labels('FROM a AS one\nFROM b\nFROM c\nRUN --mount=type=bind,from=‸');
    assert.ok(found.includes('one') && !found.includes('1'));
    await offers('FROM a AS one\nWORKDIR /src\nFROM b\nRUN --mount=from=one,source=‸', '/src');
  });
});

describe('completion of images', () => {
  const host = {
    images: async () => images,
    imageTags: async (name: string) => (name === 'node' ? ['22', '23'] : undefined),
  };

  it('offers stages, images of the engine and common ones', async () => {
    const found = await labels('FROM a AS Base\nFROM ‸', { host });
    assert.deepEqual(found.slice(0, 3), ['base', 'scratch', 'node:24']);
    for (const label of ['node:24-alpine', 'ghcr.io/a/b:1', 'alpine']) assert.ok(found.includes(label), label);
    assert.equal(await taken('FROM ghcr.io/a‸', 'ghcr.io/a/b:1', { host }), 'FROM ghcr.io/a/b:1');
  });

  it('offers tags behind a colon', async () => {
    assert.deepEqual(await labels('FROM node:‸', { host }), ['24', '24-alpine', '22', '23']);
    assert.equal(await taken('FROM docker.io/library/node:2‸', '22', { host }), 'FROM docker.io/library/node:22');
    assert.deepEqual(await labels('FROM ghcr.io/a/b:‸', { host }), ['1']);
    await offersNot('FROM localhost:‸', '24');
  });

  it('goes on with AS and names', async () => {
    assert.equal(await taken('FROM a ‸', 'AS'), 'FROM a AS ');
    assert.equal(await taken('from a a‸', 'as'), 'from a as ');
    await offers('FROM a AS base\nFROM b AS ‸', 'build');
    await offersNot('FROM a AS base\nFROM b AS ‸', 'base');
  });
});

describe('completion of variables', () => {
  it('offers what the instruction sees', async () => {
    const text = 'ARG G=1\nFROM a:$‸\nARG V=2\n';
    assert.deepEqual((await labels(text)).slice(0, 1), ['G']);
    await offers(text, 'BUILDPLATFORM');
    await offersNot(text, 'V');
    await offers('FROM a\nARG A\nENV E=1\nRUN echo $‸\nENV L=1\n', 'A', 'E');
    await offersNot('FROM a\nARG A\nENV E=1\nRUN echo $‸\nENV L=1\n', 'L');
    await offers('FROM a\nARG A\nENV E=1\nCMD echo $‸\nENV L=1\n', 'E', 'L');
    await offersNot('FROM a\nARG A\nCMD echo $‸\n', 'A');
    await offers('FROM a AS x\nENV E=1\nFROM x\nUSER $‸', 'E');
    await offers('FROM a\nENV E=1\nCOPY --chown=$‸ a b', 'E');
    await offers('FROM a\nENV E=1\nRUN --mount=type=cache,target=/x/${‸', 'E');
    await offers('FROM a\nENV E=1\nRUN <<EOF\necho $‸\nEOF\n', 'E');
    await offers('FROM a\nENV E=1\nCOPY <<EOF /x\n$‸\nEOF\n', 'E');
    await offers('FROM a\nENV E=1\nCMD ["sh", "-c", "echo $‸"]', 'E');
  });

  it('closes braces', async () => {
    const text = 'FROM a\nENV NAME=1\nUSER x';
    assert.equal(await taken(`${text}$NA‸`, 'NAME'), `${text}$NAME`);
    assert.equal(await taken(`${text}\${NA‸`, 'NAME'), `${text}\${NAME}`);
    assert.equal(await taken(`${text}\${NA‸}/y`, 'NAME'), `${text}\${NAME}/y`);
    assert.equal(await taken(`${text}\${NAME‸}`, ':-'), `${text}\${NAME:-\${1:default}}`);
    assert.equal(await taken(`${text}\${NAME:‸`, ':?', { snippets: false }), `${text}\${NAME:?message}`);
  });

  it('tells their values', async () => {
    const [item] = await complete('FROM a\nENV E="x y"\nUSER $‸');
    assert.equal(item?.detail, '= x y, ENV in line 2');
  });

  it('offers nothing where nothing is replaced', async () => {
    const text = 'FROM a AS s\nENV E=1\n';
    await offersNot(`${text}FROM b\nCOPY --from=$‸ a b`, 'E');
    await offersNot(`${text}COPY <<"EOF" /x\n$‸\nEOF\n`, 'E');
    await offersNot(`${text}CMD ["echo", "$‸"]`, 'E');
    await offersNot(`${text}USER \\$‸`, 'E');
    await offersNot(`${text}SHELL ["$‸`, 'E');
  });
});

describe('completion of paths', () => {
  const files = {
    'project/Dockerfile': '',
    'project/.git/config': '',
    'project/a.txt': '',
    'project/src/main.go': '',
    'project/src/lib/x.go': '',
    'project/node_modules/x': '',
    'project/with blank': '',
    'project/.dockerignore': 'node_modules\n*.txt\nsrc/lib\n!src/lib/x.go\n',
  };

  it('offers files of the build context that are not ignored', async () => {
    const host = hostWith(files);
    const found = await labels('FROM a\nCOPY ‸', { host });
    assert.deepEqual(found.slice(0, 4), ['.', 'Dockerfile', 'src/', '.dockerignore']);
    assert.equal(await taken('FROM a\nCOPY sr‸', 'src/', { host }), 'FROM a\nCOPY src/');
    assert.deepEqual(await labels('FROM a\nCOPY ./src/‸', { host }), ['main.go', 'lib/']);
    assert.equal(
      await taken('FROM a\nCOPY x ./src/ma‸ /y\n', 'main.go', { host }),
      'FROM a\nCOPY x ./src/main.go /y\n',
    );
    const [folder] = (await complete('FROM a\nCOPY ‸', { host })).filter(({ label }) => label === 'src/');
    assert.equal(folder?.command?.command, 'editor.action.triggerSuggest');
  });

  it('offers them in exec form and in mounts', async () => {
    const host = hostWith(files);
    assert.ok((await labels('FROM a\nCOPY ["‸', { host })).includes('with blank'));
    assert.equal(await taken('FROM a\nCOPY ["a", "src/‸"]', 'main.go', { host }), 'FROM a\nCOPY ["a", "src/main.go"]');
    assert.deepEqual(await labels('FROM a\nCOPY ["a",‸', { host }), []);
    assert.ok((await labels('FROM a\nRUN --mount=type=bind,source=‸', { host })).includes('src/'));
  });

  it('knows what other stages hold, and the destinations of its own', async () => {
    const text = 'FROM a AS b\nWORKDIR /src\nCOPY x /out/\nFROM c\nWORKDIR /app\n';
    assert.deepEqual((await labels(`${text}COPY --from=b ‸`)).slice(0, 2), ['/out/', '/src']);
    await offers(`${text}COPY --from=b /out ‸`, './', '/app', '/usr/local/bin');
    await offers(`${text}WORKDIR ‸`, '/app', '/src');
  });

  it('looks where the files are that the Dockerfile copies', async () => {
    const text = 'FROM a\nCOPY main.go .\nCOPY ';
    const host = hostWith({
      'repo/.git/x': '',
      'repo/main.go': '',
      'repo/build/Dockerfile': text,
      'repo/build/other': '',
    });
    const found = await completion(
      dockerfileFile('file:///repo/build/Dockerfile', text),
      text.length,
      context({ host }),
    );
    assert.deepEqual(found.map(({ label }) => label).slice(0, 3), ['.', 'main.go', 'build/']);
  });
});

describe('completion of other arguments', () => {
  it('offers users, signals, ports, labels, names and checks', async () => {
    const host = { images: async () => images };
    const users = await labels('FROM node:24\nRUN useradd -m alice && adduser -D bob\nUSER ‸', { host });
    assert.deepEqual(users.slice(0, 3), ['alice', 'bob', 'node']);
    await offers('FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER ‸', '$APP_UID', 'app');
    await offers('FROM a\nSTOPSIGNAL ‸', 'SIGTERM', 'SIGQUIT', 'SIGRTMIN+5');
    const ports = await labels('FROM node:24\nEXPOSE 9999\nFROM node:24\nEXPOSE ‸', { host });
    assert.deepEqual(ports.slice(0, 4), ['9999', '3001', '53/udp', '8080']);
    assert.deepEqual(await labels('FROM a\nEXPOSE 53/‸'), ['tcp', 'udp', 'sctp']);
    assert.equal(
      await taken('FROM a\nLABEL org.op‸', 'org.opencontainers.image.source', { snippets: false }),
      'FROM a\nLABEL org.opencontainers.image.source=""',
    );
    assert.equal((await labels('ARG V=1\nFROM a\nARG ‸'))[0], 'V');
    await offers('ARG V=1\nFROM a\nARG ‸', 'TARGETARCH');
    await offersNot('ARG V=1\nFROM a\nARG V\nARG ‸', 'V');
    assert.equal(await taken('FROM a\nARG V\nENV ‸', 'V=$V'), 'FROM a\nARG V\nENV V=$V');
    await offers('FROM a\nENV ‸', 'NODE_ENV=production');
    assert.deepEqual(await labels('FROM a\nENV A=‸'), []);
    assert.equal(
      await taken('FROM a\nEXPOSE 80\nHEALTHCHECK CMD ‸', 'curl', { snippets: false }),
      'FROM a\nEXPOSE 80\nHEALTHCHECK CMD ["curl", "--fail", "--silent", "http://127.0.0.1:80/health"]',
    );
    await offers('FROM a\nHEALTHCHECK ‸', 'CMD', 'NONE', '--interval');
    await offers('FROM a\nCMD ‸', '["…"]');
    await offers('FROM a\nSHELL ‸', 'bash', 'powershell');
  });

  it('offers clean ways of installing packages where a command begins', async () => {
    await offers('FROM a\nRUN ‸', 'apt-get install', 'npm ci (cache mount)', '--mount');
    assert.equal(
      await taken('FROM a\nRUN apt‸', 'apt-get install', { snippets: false }),
      'FROM a\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends \\\n        curl \\\n    && rm -rf /var/lib/apt/lists/*',
    );
    await offers('FROM a\nRUN x \\\n  && ‸', 'apk add');
    await offersNot('FROM a\nRUN x && ‸', 'npm ci (cache mount)');
    await offers('FROM a\nRUN <<EOF\n‸\nEOF\n', 'apk add');
    assert.deepEqual(await labels('FROM a\nRUN apt-get ‸'), []);
    assert.deepEqual(await labels('FROM a\nRUN echo a‸'), []);
  });

  it('ends heredocs', async () => {
    assert.equal(await taken('FROM a\nRUN <<‸', '<<EOF', { snippets: false }), 'FROM a\nRUN <<EOF\n\nEOF');
    assert.equal(await taken('FROM a\nCOPY <<"E‸ /x\n', '<<"E"'), 'FROM a\nCOPY <<"E" /x\n');
    assert.equal(await taken('FROM a\nRUN <<END\nx\nE‸', 'END'), 'FROM a\nRUN <<END\nx\nEND');
    await offersNot('FROM a\nRUN <<END\nx\n  ‸', 'END');
    await offers('FROM a\nRUN <<-END\nx\n\t‸', 'END');
  });
});

describe('completion of directives', () => {
  it('offers names and values at the top', async () => {
    assert.deepEqual(await labels('# ‸'), ['syntax', 'escape', 'check']);
    assert.equal(await taken('#‸', 'escape'), '# escape=');
    assert.equal(await taken('# syn‸\nFROM a\n', 'syntax'), '# syntax=\nFROM a\n');
    assert.deepEqual(await labels('# syntax=x\n# ‸'), ['escape', 'check']);
    await offers('# syntax=‸', 'docker/dockerfile:1');
    assert.deepEqual(await labels('# escape=‸'), ['`', '\\']);
    await offers('# check=‸', 'skip=', 'error=true');
    await offers('# check=skip=StageNameCasing,‸', 'UndefinedVar', 'all');
    await offersNot('# check=skip=StageNameCasing,‸', 'StageNameCasing');
    assert.deepEqual(await labels('# check=skip=all;error=‸'), ['true', 'false']);
    assert.equal(await taken('# check=skip=Und‸;error=true', 'UndefinedVar'), '# check=skip=UndefinedVar;error=true');
  });

  it('offers build checks before an instruction, and nothing in other comments', async () => {
    await offers('FROM a\n# check=skip=‸\nCMD x\n', 'JSONArgsRecommended');
    for (const marked of [
      'FROM a\n# ‸',
      'FROM a\n#‸',
      '# x\n# ‸',
      'FROM a\n# syntax=‸',
      'FROM a\nRUN a \\\n  # ‸\n  b\n',
      '# FROM ‸',
    ]) {
      assert.deepEqual(await labels(marked), [], marked);
    }
  });
});

describe('completion everywhere', () => {
  it('fails nowhere, and edits one line around the cursor', async function () {
    this.timeout(20_000);
    const host = hostWith({ 'project/Dockerfile': '' });
    const check = async (text: string, offset: number) => {
      const file = testFile(text);
      const found = await completion(file, offset, context({ host: { ...host, images: async () => images } }));
      for (const { textEdit, label, sortText } of found) {
        assert.ok(label !== '' && sortText !== undefined && isTextEdit(textEdit));
        const { start, end } = textEdit.range;
        assert.equal(start.line, end.line);
        assert.deepEqual(end, file.lines.position(offset));
      }
    };
    for (const sample of samples)
      for (let offset = 0; offset <= sample.length; offset += 5) await check(sample, offset);
    for (const text of halfTyped) await check(text, text.length);
  });
});
