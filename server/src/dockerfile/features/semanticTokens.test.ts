import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { semanticTokenModifiers, semanticTokenTypes } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import { semanticTokens } from './semanticTokens.ts';
import { halfTyped, samples, testFile } from './testing.ts';

interface Decoded {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

function decoded(file: DockerfileFile, within?: Span): Decoded[] {
  const data = semanticTokens(file, within);
  assert.equal(data.length % 5, 0);
  const found: Decoded[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const start = file.lines.start(line) + character;
    assert.ok(length > 0 && start + length <= file.lines.end(line), 'a token does not end in its line');
    assert.ok(start >= (found.at(-1)?.end ?? 0), 'tokens overlap');
    const modifiers = semanticTokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    found.push({ start, end: start + length, label: [semanticTokenTypes[type], ...modifiers].join('.') });
  }
  return found;
}

/** Each token as `type:text`. */
function tokens(text: string): string[] {
  const file = testFile(text);
  return decoded(file).map(({ start, end, label }) => `${label}:${text.slice(start, end)}`);
}

/** The tokens of a line behind `FROM a`. */
function of(line: string): string {
  return tokens(`FROM a\n${line}\n`).slice(2).join(' ');
}

describe('semantic tokens', () => {
  it('colour directives, comments, FROM and flags', () => {
    assert.deepEqual(
      tokens(
        '# syntax=x:1\n# hi\nARG V=1\nFROM --platform=$BUILDPLATFORM ghcr.io/a/b:${V}-x@sha256:ab AS c\nFROM c\nFROM scratch\n',
      ),
      [
        'decorator:syntax',
        'string:x:1',
        'comment:# hi',
        'keyword:ARG',
        'variable.declaration.readonly:V',
        'string:1',
        'keyword:FROM',
        'parameter:--platform',
        'variable.readonly.defaultLibrary:$BUILDPLATFORM',
        'class:ghcr.io/a/b',
        'variable:${V}',
        'enumMember:-x',
        'number:sha256:ab',
        'keyword:AS',
        'namespace.declaration:c',
        'keyword:FROM',
        'namespace:c',
        'keyword:FROM',
        'namespace:scratch',
      ],
    );
  });

  it('colour the other instructions', () => {
    assert.equal(
      of('ENV A="x $B y" C=d'),
      'keyword:ENV variable.declaration:A string:"x  variable:$B string: y" variable.declaration:C string:d',
    );
    assert.equal(of('USER ${A:-b}'), 'keyword:USER variable:${A');
    assert.equal(of('LABEL a.b="c"'), 'keyword:LABEL property:a.b string:"c"');
    assert.equal(of('EXPOSE 80/tcp $P'), 'keyword:EXPOSE number:80 enumMember:tcp variable:$P');
    assert.equal(of('STOPSIGNAL SIGINT'), 'keyword:STOPSIGNAL enumMember:SIGINT');
    assert.equal(of('MAINTAINER me'), 'keyword.deprecated:MAINTAINER');
    assert.equal(of('FOO bar'), '');
    assert.equal(of('CMD ["a", "b"]'), 'keyword:CMD string:"a" string:"b"');
    assert.equal(
      of('HEALTHCHECK --retries=3 CMD curl x'),
      'keyword:HEALTHCHECK parameter:--retries number:3 keyword:CMD function:curl',
    );
    assert.equal(of('ONBUILD COPY --from=0 a b'), 'keyword:ONBUILD keyword:COPY parameter:--from number:0');
    assert.equal(
      of('COPY --from=nginx:1 --link=true a $B/c'),
      'keyword:COPY parameter:--from class:nginx enumMember:1 parameter:--link enumMember:true variable:$B',
    );
    assert.equal(
      of('RUN --mount=type=cache,target=/x,from=a,uid=1 x'),
      'keyword:RUN parameter:--mount property:type enumMember:cache property:target string:/x property:from class:a property:uid number:1 function:x',
    );
  });

  it('colour the shell', () => {
    const shell = (script: string) => of(`RUN ${script}`).slice('keyword:RUN '.length);
    assert.equal(
      shell('apt-get -y install "a $B" \'c\' && cd /x || ! y; z'),
      [
        'function:apt-get parameter:-y string:"a  variable:$B string:" string:\'c\' operator:&&',
        'function.defaultLibrary:cd operator:|| operator:! function:y operator:; function:z',
      ].join(' '),
    );
    assert.equal(
      shell('if [ -n "$A" ]; then b=1; else c; fi'),
      'keyword:if function.defaultLibrary:[ parameter:-n string:" variable:$A string:" operator:; keyword:then variable.declaration:b operator:= operator:; keyword:else function:c operator:; keyword:fi',
    );
    assert.equal(
      shell('for f in *.go; do go vet "$f"; done'),
      'keyword:for variable.declaration:f keyword:in operator:; keyword:do function:go string:" variable:$f string:" operator:; keyword:done',
    );
    assert.equal(
      shell('x $(date -u) `y` $((A + 1)) ${B#c} > /out 2>&1 # note'),
      'function:x operator:$( function:date parameter:-u operator:) operator:` function:y operator:` operator:$ operator:(( variable:A operator:+ number:1 operator:)) variable:${B operator:# variable:} operator:> operator:>& comment:# note',
    );
    assert.equal(shell('f() { g; }'), 'function.declaration:f operator:() operator:{ function:g operator:; operator:}');
    assert.equal(
      shell('case $A in b) c;; esac'),
      'keyword:case variable:$A keyword:in operator:) function:c operator:;; keyword:esac',
    );
  });

  it('colour scripts over continuations and in heredocs', () => {
    assert.equal(
      of('RUN a "b \\\n  c" \\\n  # note\n  && d'),
      'keyword:RUN function:a string:"b  string:  c" comment:# note operator:&& function:d',
    );
    assert.equal(
      of('RUN <<EOF\nset -e # note\necho "$A"\nEOF'),
      'keyword:RUN macro:EOF function.defaultLibrary:set parameter:-e comment:# note function.defaultLibrary:echo string:" variable:$A string:" macro:EOF',
    );
    assert.equal(
      of('RUN cat <<EOF > /x && y\nhi $A\nEOF'),
      'keyword:RUN function:cat operator:<< macro:EOF operator:> operator:&& function:y string:hi  variable:$A macro:EOF',
    );
    assert.equal(of('COPY <<EOF /x\nhi $A\nEOF'), 'keyword:COPY macro:EOF variable:$A macro:EOF');
  });

  it('answer for a part of the file what they answer for the whole', () => {
    for (const sample of samples) {
      const file = testFile(sample);
      const all = decoded(file);
      for (let start = 0; start < sample.length; start += 50) {
        const within = { start, end: Math.min(start + 120, sample.length) };
        assert.deepEqual(
          decoded(file, within),
          all.filter((token) => token.end > within.start && token.start < within.end),
        );
      }
    }
  });

  it('are in order and in their lines in half-typed files', function () {
    this.timeout(20_000);
    for (const text of halfTyped) decoded(testFile(text));
  });
});
