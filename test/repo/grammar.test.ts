import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { parseYaml } from '../../server/src/compose/syntax/yaml.ts';
import { dockerfile } from '../../server/src/dockerfile/language.ts';
import { defaultConfiguration } from '../../server/src/lint/configuration.ts';
import { lint } from '../../server/src/lint/run.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * A stand-in for a grammar that the editor brings along: strings, comments and brackets that run on over lines, so that
 * a test sees whether they get out of where they are embedded.
 */
function standIn(scopeName: string): IRawGrammar {
  const language = scopeName.replace('source.', '');
  const patterns = [
    { match: '(?:^|[ \\t]+)#.*', name: `comment.line.${language}` },
    { match: '\\\\.', name: `constant.character.escape.${language}` },
    { begin: '"', end: '"', name: `string.quoted.double.${language}` },
    { begin: "'", end: "'", name: `string.quoted.single.${language}` },
    { begin: '\\(', end: '\\)', name: `meta.brackets.${language}`, patterns: [{ include: '$self' }] },
    { match: '\\b(?:if|then|fi)\\b', name: `keyword.control.${language}` },
    { match: '[\\w-]+', name: `word.${language}` },
  ];
  return { scopeName, patterns, repository: {} } as unknown as IRawGrammar;
}

const ours: Readonly<Record<string, string>> = {
  'source.dockerfile': 'syntaxes/dockerfile.tmLanguage.json',
  'source.dockerignore': 'syntaxes/dockerignore.tmLanguage.json',
};

async function grammar(scopeName: string): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (name) => {
      const path = ours[name];
      return path === undefined ? standIn(name) : parseRawGrammar(read(path), path);
    },
  });
  const loaded = await registry.loadGrammar(scopeName);
  assert.ok(loaded, scopeName);
  return loaded;
}

interface Token {
  readonly text: string;
  /** From the outermost inward, without the scope of the file; the language at the end is dropped from our own. */
  readonly scopes: readonly string[];
}

function tokenize(loaded: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = loaded.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((scope) => scope.replace(/\.docker(?:file|ignore)$/, '')),
    }));
  });
}

describe('the Dockerfile grammar', () => {
  let loaded: IGrammar;
  before(async () => {
    loaded = await grammar('source.dockerfile');
  });

  /** Each `«text»` of the sample must be exactly one token, whose scopes include the next entry (words, all of them). */
  function scopes(marked: string, ...expected: string[]): void {
    const marks = [...marked.matchAll(/«([^»]*)»/g)];
    assert.equal(marks.length, expected.length, 'marks and scopes');
    const lines = tokenize(loaded, marked.replaceAll(/[«»]/g, ''));
    marks.forEach((mark, index) => {
      const before = marked.slice(0, mark.index).replaceAll(/[«»]/g, '');
      const number = before.split('\n').length - 1;
      const column = before.length - before.lastIndexOf('\n') - 1;
      let from = 0;
      const token = (lines[number] ?? []).find((candidate) => {
        const start = from;
        from += candidate.text.length;
        return start === column;
      });
      const label = `${mark[1]} in line ${number + 1}`;
      assert.equal(token?.text, mark[1], label);
      for (const scope of (expected[index] ?? '').split(' ')) {
        assert.ok(token?.scopes.includes(scope), `${label}: ${scope} is not in ${token?.scopes.join(' ')}`);
      }
    });
  }

  /** Lines, from 0, that have any scope of an instruction. */
  function linesInside(text: string): number[] {
    return tokenize(loaded, text).flatMap((tokens, number) =>
      tokens.some((token) => token.scopes.some((scope) => scope.startsWith('meta.instruction'))) ? [number] : [],
    );
  }

  it('colours instructions in any case', () => {
    scopes(
      '«FROM» alpine «as» x\n«run» a\n«Copy» a b\n«ONBUILD» «RUN» make\nonbuild «user» x\n«MAINTAINER» x',
      'keyword.control.from',
      'keyword.control.as',
      'keyword.other.instruction.run',
      'keyword.other.instruction.copy',
      'keyword.control.onbuild',
      'keyword.other.instruction.run',
      'keyword.other.instruction.user',
      'keyword.other.instruction.maintainer',
    );
  });

  it('leaves words alone that are no instruction', () => {
    assert.deepEqual(
      tokenize(loaded, 'RUNNER a\nFoo bar\nRUN-x y')
        .flat()
        .flatMap((token) => token.scopes),
      [],
    );
  });

  it('tells directives from comments', () => {
    scopes(
      '# «syntax»=«docker/dockerfile»:«1»\n# «escape» = «\\»\n# plain\n#« syntax=late»',
      'meta.directive keyword.other.directive',
      'entity.name.namespace.image',
      'variable.other.enummember.tag',
      'keyword.other.directive',
      'constant.character.escape.directive',
      'comment.line.number-sign',
    );
    scopes('\n«#»« syntax=x»', 'comment.line.number-sign punctuation.definition.comment', 'comment.line.number-sign');
    scopes(
      'FROM a\n# «check»=«skip»=«StageNameCasing»,«all»\nRUN x',
      'keyword.other.directive',
      'variable.other.property.check',
      'entity.name.tag.rule',
      'constant.language',
    );
  });

  it('shows comments that silence findings', () => {
    scopes(
      '# «hadolint global ignore»=«DL3008»,«DL3018»\n# «dockwright ignore»',
      'comment.line.number-sign keyword.other.pragma',
      'entity.name.tag.rule',
      'entity.name.tag.rule',
      'keyword.other.pragma',
    );
  });

  it('takes image references apart', () => {
    scopes(
      'FROM «--»«platform»=$«BUILDPLATFORM» «ghcr.io:443»/«a/b»:«1.2-slim»@«sha256»:«0123abcd» AS «build»',
      'punctuation.definition.flag',
      'variable.parameter.flag',
      'variable.other',
      'entity.name.namespace.registry',
      'entity.name.namespace.image',
      'variable.other.enummember.tag',
      'keyword.other.digest-algorithm',
      'constant.numeric.digest',
      'entity.name.type.stage',
    );
    scopes(
      'FROM «alpine»:${«V»:-«3»}«-slim»',
      'entity.name.namespace.image',
      'variable.other',
      'string.unquoted.expansion',
      'variable.other.enummember.tag',
    );
    scopes('FROM «scratch»', 'constant.language.scratch');
    scopes('FROM localhost:5000/«a»\nFROM «a/b»', 'entity.name.namespace.image', 'entity.name.namespace.image');
  });

  it('knows flags, mounts and their values', () => {
    scopes(
      'RUN --«mount»=«type»=«cache»,«target»=«/root/.cache»,«sharing»=locked --mount=type=bind,from=«base»,«ro» \\\n    --network=«none» make',
      'variable.parameter.flag',
      'variable.other.property.mount',
      'constant.language.mount-type',
      'variable.other.property.mount',
      'string.unquoted.mount',
      'variable.other.property.mount',
      'entity.name.type.stage',
      'variable.other.property.mount',
      'constant.language.flag-value',
    );
    scopes(
      'COPY --from=«build» --«link» --«chown»=«app:app» «/a» /b',
      'entity.name.type.stage',
      'variable.parameter.flag',
      'variable.parameter.flag',
      'string.unquoted.flag',
      'string.unquoted.path',
    );
    scopes(
      'COPY --from=«0» a b\nCOPY --from=«alpine»:«3.22» a b',
      'constant.numeric.stage',
      'entity.name.namespace.image',
      'variable.other.enummember.tag',
    );
    scopes(
      'HEALTHCHECK --interval=«1»«m»30s --retries=«3» «CMD» «curl» x',
      'constant.numeric.duration',
      'keyword.other.unit',
      'constant.numeric',
      'keyword.other.instruction.cmd',
      'word.shell',
    );
    scopes('HEALTHCHECK «none»', 'constant.language.none');
  });

  it('ends flags where the arguments begin', () => {
    const [line = []] = tokenize(loaded, 'RUN --mount=type=ssh cmd --mount=type=cache');
    assert.equal(line.filter((token) => token.scopes.includes('variable.parameter.flag')).length, 1);
  });

  it('colours variables in every form', () => {
    scopes('WORKDIR $«a»/${«b»}', 'variable.other', 'variable.other');
    scopes('WORKDIR ${«x»«:-»«y»}', 'variable.other', 'keyword.operator.expansion', 'string.unquoted.expansion');
    scopes(
      'WORKDIR ${«x»«//»a«/»${«b»}}',
      'variable.other',
      'keyword.operator.expansion',
      'keyword.operator.expansion',
      'variable.other',
    );
    scopes('WORKDIR ${«x»«##»*}/«\\$»y', 'variable.other', 'keyword.operator.expansion', 'constant.character.escape');
    scopes('ENV a="$«b»" c=\'«$d»\'', 'string.quoted.double variable.other', 'string.quoted.single');
  });

  it('colours names and values', () => {
    scopes(
      'ENV «A»«=»«b» «C»="«d e»" F=«12»',
      'variable.other.environment',
      'keyword.operator.assignment',
      'string.unquoted.value',
      'variable.other.environment',
      'string.quoted.double',
      'constant.numeric',
    );
    scopes('ENV «old»« form of value»', 'variable.other.environment', 'string.unquoted.value');
    scopes('LABEL «org.x»=y \\\n  «"a b"»=c', 'variable.other.property.label', 'variable.other.property.label');
    scopes(
      'ARG «A» «B»=«true»',
      'variable.other.environment',
      'variable.other.environment',
      'constant.language.boolean',
    );
    scopes(
      'EXPOSE «80»/«tcp» «8000»-«8100» $«P»',
      'constant.numeric.port',
      'constant.language.protocol',
      'constant.numeric.port',
      'constant.numeric.port',
      'variable.other',
    );
    scopes('USER «app»:«1000»', 'string.unquoted.user', 'constant.numeric.user');
    scopes('STOPSIGNAL «SIGTERM»', 'constant.language.signal');
  });

  it('colours the exec form, and not what only looks like it', () => {
    scopes(
      'CMD «[»"«a»", "b«\\n»$c"«]»',
      'meta.structure.array punctuation.definition.array.begin',
      'string.quoted.double',
      'constant.character.escape',
      'punctuation.definition.array.end',
    );
    scopes('RUN ["a", \\\n  # why\n  "«b»"]', 'meta.structure.array string.quoted.double');
    scopes('VOLUME ["$«a»"]', 'string.quoted.double variable.other');
    scopes('RUN [ "$x" = «y» ] && z', 'meta.embedded.line.shell word.shell');
  });

  it('embeds the shell', () => {
    scopes('RUN «if» x; «then» "a', 'meta.embedded.line.shell keyword.control.shell', 'keyword.control.shell');
    scopes('CMD «make»\nENTRYPOINT «make»', 'meta.embedded.line.shell', 'meta.embedded.line.shell');
  });

  it('carries strings over continued lines, comments and blank lines', () => {
    scopes(
      'RUN a "b «\\»\n  «#»« c \\»\n\n«  d»" «e»',
      'string.quoted.double.shell constant.character.escape.line-continuation',
      'punctuation.definition.comment',
      'comment.line.number-sign',
      'string.quoted.double.shell',
      'word.shell',
    );
    scopes(
      'RUN a «#»« b» «\\»\n  «c»',
      'punctuation.definition.comment',
      'comment.line.number-sign',
      'constant.character.escape.line-continuation',
      'word.shell',
    );
    scopes('ENV a="b \\\n«c»" «d»=e', 'string.quoted.double', 'variable.other.environment');
  });

  it('never lets anything out of its instruction', () => {
    const unclosed = [
      'RUN echo "a', "RUN echo 'a", 'RUN (a', 'RUN ["a', 'CMD ["a"', 'CMD (', 'ENV a="b', "LABEL a='b", 'COPY ["a', 'COPY "a b', 'FROM "a',
      'WORKDIR ${a', 'RUN --mount="type=cache', 'HEALTHCHECK CMD (', 'ONBUILD RUN "', 'RUN a \\\n  "b', 'RUN cat<<EOF', 'RUN echo "<<EOF"', 'RUN $((1<<3))',
      'ENV a=<<EOF', 'RUN a \\\\', 'RUN "a #', 'ARG a="', 'EXPOSE "', 'USER "', 'SHELL ["', 'VOLUME ["', 'RUN', 'RUN --', 'RUN --mount=',
    ]; // biome-ignore format: a list
    for (const text of unclosed) {
      const own = text.split('\n').length;
      const lines = tokenize(loaded, `${text}\n# comment\nUSER app`);
      assert.deepEqual(lines[own]?.at(-1)?.scopes, ['comment.line.number-sign'], text);
      assert.deepEqual(lines[own + 1]?.[0]?.scopes, ['meta.instruction.user', 'keyword.other.instruction.user'], text);
    }
  });

  it('ends an instruction exactly where its logical line ends', () => {
    assert.deepEqual(linesInside('RUN a \\\n\n # x\n b\n\n# y\nRUN c'), [0, 1, 2, 3, 6]);
    assert.deepEqual(linesInside('RUN a \\ \t\nb\nc'), [0, 1]);
    assert.deepEqual(linesInside('RUN a \\\\\nb'), [0]);
    assert.deepEqual(linesInside('ENV a=b \\\n  c=d\nx'), [0, 1]);
    assert.deepEqual(linesInside('RUN `a`\nb'), [0]);
  });

  it('follows the escape directive', () => {
    assert.deepEqual(linesInside('# escape=`\nRUN a `\nb\nc'), [1, 2]);
    assert.deepEqual(linesInside('# syntax=x\n# escape = `\n# check=skip=all\nCOPY a C:\\\nb'), [3]);
    scopes(
      '# escape=`\nCOPY C:\\«app» «`»\n  /x',
      'string.unquoted.path',
      'constant.character.escape.line-continuation',
    );
    assert.deepEqual(linesInside('\n# escape=`\nRUN a `\nb'), [2]);
  });

  it('colours heredocs of RUN', () => {
    scopes(
      'RUN «<<»«EOF»\n«set»\n"«a»\n«EOF»\n«USER» x',
      'keyword.operator.heredoc',
      'keyword.control.heredoc-token',
      'meta.embedded.block.shell word.shell',
      'meta.embedded.block.shell string.quoted.double.shell',
      'keyword.control.heredoc-token',
      'keyword.other.instruction.user',
    );
    scopes(
      'RUN --mount=type=«ssh» «<<-»"«A_B»" bash\n\t«a»\n\t«A_B»\nUSER «x»',
      'constant.language.mount-type',
      'keyword.operator.heredoc',
      'keyword.control.heredoc-token',
      'meta.embedded.block.shell',
      'keyword.control.heredoc-token',
      'string.unquoted.user',
    );
    scopes('RUN <<EOF\n\tEOF\n EOF\n«EOF»\nUSER «x»', 'keyword.control.heredoc-token', 'string.unquoted.user');
    scopes(
      'RUN a \\\n  && cat «<<»EOF > /x\n«text »$«v»\nEOF\nUSER «x»',
      'keyword.operator.heredoc',
      'string.unquoted.heredoc',
      'variable.other',
      'string.unquoted.user',
    );
    scopes('ONBUILD RUN <<EOF\n«a»\nEOF\nUSER «x»', 'meta.embedded.block.shell', 'string.unquoted.user');
  });

  it('lets the program or the first line decide the language of a heredoc', () => {
    scopes('RUN python3 <<EOF\n«a»\nEOF', 'meta.embedded.block.python word.python');
    scopes('RUN <<EOF python3.13\n«a»\nEOF', 'meta.embedded.block.python');
    scopes('RUN node <<EOF\n«a»\nEOF', 'meta.embedded.block.javascript');
    scopes(
      'RUN <<EOF\n«#!»«/usr/bin/env python3»\n«a»\nEOF',
      'punctuation.definition.comment',
      'comment.line.number-sign.shebang',
      'meta.embedded.block.python',
    );
    scopes('COPY <<EOF /a.json\n«a»\nEOF', 'meta.embedded.block.json');
    scopes('COPY <<EOF /run\n#!/bin/sh\n«a»\nEOF', 'meta.embedded.block.shell');
  });

  it('colours heredocs of COPY and ADD, several in a row', () => {
    scopes('COPY <<EOF /x\n«a »$«b»\nEOF', 'string.unquoted.heredoc', 'variable.other');
    scopes("ADD <<'EOF' /x\n«a $b»\nEOF\nUSER «x»", 'string.unquoted.heredoc', 'string.unquoted.user');
    scopes(
      'COPY <<«A» <<"«B»" «/x/»\n«one»\n«A»\n«two»\n«B»\nUSER «x»',
      'keyword.control.heredoc-token',
      'keyword.control.heredoc-token',
      'string.unquoted.path',
      'string.unquoted.heredoc',
      'keyword.control.heredoc-token',
      'string.unquoted.heredoc',
      'keyword.control.heredoc-token',
      'string.unquoted.user',
    );
  });

  it('gets through long lines of half-written text', () => {
    for (const part of ['a ', '"', '<<A ', '$(', '${a:-', '--mount=', '\\ ', ',type=', ' <<']) {
      tokenize(loaded, `RUN ${part.repeat(300)}\nENV a=${part.repeat(300)}\nFROM ${part.repeat(300)}`);
    }
  });
});

describe('the ignore file grammar', () => {
  it('tells comments, exceptions and wildcards', async () => {
    const lines = tokenize(await grammar('source.dockerignore'), '# a\n #b\n!**/*.m[^a-c]\\*');
    assert.deepEqual(lines[0]?.at(-1)?.scopes, ['comment.line.number-sign']);
    assert.deepEqual(lines[1]?.at(-1)?.scopes, ['meta.pattern', 'string.unquoted.pattern']);
    const found = new Map(lines[2]?.map((token) => [token.text, token.scopes.at(-1)]));
    assert.equal(found.get('!'), 'keyword.operator.exception');
    assert.equal(found.get('**'), 'keyword.operator.globstar');
    assert.equal(found.get('*'), 'keyword.operator.wildcard');
    assert.equal(found.get('a-c'), 'constant.other.character-class');
    assert.equal(found.get('\\*'), 'constant.character.escape');
  });
});

describe('the language configuration', () => {
  interface EnterRule {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly previousLineText?: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }
  interface Configuration {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly onEnterRules: readonly EnterRule[];
    readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  }
  const configuration = (language: string) =>
    JSON.parse(read(`syntaxes/${language}.language-configuration.json`)) as Configuration;

  /** What the editor does on Enter at the mark: first rule that fits. */
  function enter(language: string, marked: string): string {
    const [above = '', after = ''] = marked.split('‸');
    const lines = above.split('\n');
    const before = lines.pop() ?? '';
    const previous = lines.pop() ?? '';
    const rule = configuration(language).onEnterRules.find(
      (candidate) =>
        new RegExp(candidate.beforeText).test(before) &&
        (candidate.afterText === undefined || new RegExp(candidate.afterText).test(after)) &&
        (candidate.previousLineText === undefined || new RegExp(candidate.previousLineText).test(previous)),
    );
    return rule === undefined ? 'keep' : rule.action.indent + (rule.action.appendText ?? '');
  }

  it('indents continued lines once and comes back after the last', () => {
    assert.equal(enter('dockerfile', 'RUN a \\‸'), 'indent');
    assert.equal(enter('dockerfile', 'RUN a \\  ‸'), 'indent');
    assert.equal(enter('dockerfile', 'RUN a `‸'), 'indent');
    assert.equal(enter('dockerfile', 'RUN `a`‸'), 'keep');
    assert.equal(enter('dockerfile', 'RUN a \\\n    b \\‸'), 'keep');
    assert.equal(enter('dockerfile', 'RUN a \\\n    b‸'), 'outdent');
    assert.equal(enter('dockerfile', 'RUN a\n    b‸'), 'keep');
    assert.equal(enter('dockerfile', '# a \\‸'), 'keep');
    assert.equal(enter('dockerfile', 'RUN a \\\\‸'), 'keep');
  });

  it('continues comments only inside a block or when one is split', () => {
    assert.equal(enter('dockerfile', '# a\n# b‸'), 'none# ');
    assert.equal(enter('dockerfile', '# b‸'), 'keep');
    assert.equal(enter('dockerfile', '# a\n# ‸'), 'keep');
    assert.equal(enter('dockerfile', '# a ‸b'), 'none# ');
    assert.equal(enter('dockerfile', '# syntax=x\n# escape=`‸'), 'keep');
    assert.equal(enter('dockerfile', '# a\n# hadolint ignore=DL3008‸'), 'keep');
    assert.equal(enter('dockerignore', '# a\n# b‸'), 'none# ');
    assert.equal(enter('dockerignore', '# a‸'), 'keep');
  });

  it('takes names with hyphens and dots, and variables without their sign, as one word', () => {
    const { pattern, flags } = configuration('dockerfile').wordPattern;
    assert.deepEqual('RUN apt-get --no-x ${V:-b} a/c.json größe. 3.12-slim x-'.match(new RegExp(pattern, `g${flags}`)), [
      'RUN', 'apt-get', 'no-x', 'V', 'b', 'a', 'c.json', 'größe', '3.12-slim', 'x-',
    ]); // biome-ignore format: words
  });

  it('folds regions', () => {
    const { start, end } = configuration('dockerfile').folding.markers;
    assert.match('  # region build', new RegExp(start));
    assert.match('#endregion', new RegExp(end));
    assert.doesNotMatch('# regions', new RegExp(start));
  });
});

describe('the snippets', () => {
  interface Snippet {
    readonly prefix: string;
    readonly description: string;
    readonly body: readonly string[];
  }
  const snippets = (file: string) =>
    Object.entries(JSON.parse(read(`snippets/${file}.json`)) as Record<string, Snippet>);

  /** The text that is there when every tab stop is left as it is. */
  function expand(body: readonly string[]): string {
    const text = body
      .join('\n')
      .replaceAll(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replaceAll(/(?<!\\)\$\{\d+:([^{}]*)\}/g, '$1')
      .replaceAll(/(?<!\\)\$\d+/g, '');
    assert.doesNotMatch(text, /(?<!\\)\$\{\d/, 'a tab stop is left');
    return text.replaceAll(/\\([\\$}])/g, '$1');
  }

  for (const file of ['dockerfile', 'compose']) {
    it(`of ${file} have a prefix of their own, a description and a place to end`, () => {
      const all = snippets(file);
      assert.equal(new Set(all.map(([, { prefix }]) => prefix)).size, all.length);
      for (const [name, { prefix, description, body }] of all) {
        assert.match(prefix, /^[a-z]+(?:-[a-z]+)*$/, name);
        assert.match(description, /^[A-Z.].*\.$/, name);
        assert.equal(body.join('\n').match(/\$0/g)?.length, 1, name);
      }
    });
  }

  for (const [name, { body }] of snippets('dockerfile')) {
    it(`'${name}' is free of errors and findings`, () => {
      const expanded = expand(body);
      const whole = /^FROM /m.test(expanded);
      const before = whole ? '' : 'FROM debian:12.11-slim\nWORKDIR /app\n';
      const stage =
        expanded.includes('--from=build') && !/ AS build$/m.test(expanded) ? 'FROM golang:1.25 AS build\n' : '';
      const text = `${stage}${before}${expanded}\n`;
      const fail = (id: string, error: unknown): never => {
        throw new Error(id, { cause: error });
      };
      const found = lint(dockerfile, dockerfile.parse('file:///Dockerfile', text), defaultConfiguration, fail);
      assert.deepEqual(
        found.map(({ message }) => message),
        [],
        text,
      );
    });
  }

  for (const [name, { body }] of snippets('compose')) {
    it(`'${name}' is valid YAML`, () => {
      const expanded = expand(body);
      const { problems, documents } = parseYaml(`${expanded}\n`);
      assert.deepEqual(problems, []);
      assert.equal(documents[0]?.root?.kind, 'mapping');
    });
  }
});
