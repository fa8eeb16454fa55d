/** A build as the judge of our errors: what it refuses, we refuse, and nothing else. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { errorsIn } from '../../server/src/dockerfile/errors/testing.ts';
import { theEngine } from './daemon.ts';

/** Lines of a stage on `scratch`, nothing in which has to run; `…` stands for each of the values. Older engines know all of it. */
const lines: Readonly<Record<string, readonly string[]>> = {
  'ENV X=…': [
    '$', '$$', '$A', '${A}', '${A', '${', '${}', '${:-x}', '${{A}}', '${A:-}', '${A:-${B}}', '${A:-"x}"}', '${A:=x}', '${A^}', '${1}', '${1a}',
    '${@}', '${A }', '"$A', "'$A", '\\"', "'\\'", "'\\''", 'a\\', '"a\\', '${A:?}', '${A:-b c}', '"${A:-b c}"', '${A:-$}', '${A:', "it's", '"it\'s"',
  ],
  'LABEL …': [
    'A', 'A b', 'A=b', 'A= b', 'A =b', '=b', 'A=b c', 'A=b c=d', 'A=b\\ c', 'A="b c', '"A b" c', 'A=b =c', '""=x', 'A=b\u00a0c', '--x A=b', '-- A=b',
    'A=b \\\n# note\n c=d', 'A=b \\\n\n c=d', 'A=b\\\nc=d', 'a=b=c',
  ],
  'ARG …': ['A', '=b', 'A=b =c', 'A="b c" D', '--x A', 'A=${', '-- A'],
  'EXPOSE …': [
    '80', '0', '65536', '-1', '80-90', '90-80', '80-', '80/tcp', '80/TCP', '80/', '80/x', '/tcp', ':80', '80:', '80:81', '1.2.3.4:80:80', '1.2.3:80:80',
    '80-81:80-81', '80-82:80-81', '080', '0x50', '"80"', '""', '$X', '80$X', '80,81', '[80]',
  ],
  'STOPSIGNAL …': ['9', '-9', '0', 'KILL', 'sigkill', 'SIGSIGKILL', 'RTMIN+15', 'RTMIN+16', 'RTMAX-15', 'EMT', '"KILL"', 'KILL x', '99999999999999999999'],
  'HEALTHCHECK --interval=… CMD x': ['1s', '1', '-1s', '.5s', '5.s', '.s', '1h30m', '1d', '1ms', '999us', '1µs', '1S', '""', '"1s"', '9999999h'],
  'HEALTHCHECK …': ['NONE', 'none', 'NONE x', 'NONE []', 'CMD', 'cmd x', 'CMD []', 'CMD [1]', 'x', '--x NONE', '--interval=1s', '--retries=-1 CMD x', '--retries=1.0 CMD x'],
  'CMD …': ['', '["a"]', "['a']", '["a",]', '[1]', '[null]', '["a\tb"]', '[[]]', '--x a', '-- a', '["a"] b'],
  'ONBUILD …': ['RUN x', 'FROM a', 'MAINTAINER a', 'NONSENSE', 'COPY a', 'ENV A', 'ENV A=b c', 'CMD [1]', 'HEALTHCHECK CMD [1]', 'ONBUILD CMD x', '--x RUN y', ''],
  'WORKDIR …': ['', 'a b', '"', '-- /x', '--x /x', '/${a'],
  'VOLUME …': ['a', '""', '["a", " "]', '[1]', '[]', '$X', '["a"'],
  '…': [
    'RNU x', 'EN\\\nV A=b', '\\\nENV A=b', 'ENV A=b \\\\\nENV B=c', 'ENV A=b \\\\\\\nENV B=c', 'ENV A=b \\ \nB=c', 'ENV A=b \\\u00a0\nB=c', 'ENV\u00a0A=b',
    'ENV\vA=b', 'ENV A=b\rENV B=c', 'ENV A=b # c=d', 'ENV A=b \\', '// x', 'FROM scratch AS 1st', 'FROM scratch AS b/c', 'FROM scratch b', 'FROM --platform=a/b/c/d scratch',
    'FROM --platform=linux/* scratch', 'FROM scratch AS x\nENV A=b\nFROM x', 'COPY --from=0 a /b', 'FROM scratch\nCOPY --from=2 a /b',
    `ENV A=${'x'.repeat(65_527)}`, `ENV A=${'x'.repeat(65_530)}`,
  ],
}; // biome-ignore format: a table

describe('errors of Dockerfiles, judged by a build', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dockwright-judged-'));
  });

  after(() => rm(folder, { recursive: true }));

  /** The first line of what a build has against the file, or `undefined`. */
  async function refusal(text: string, name: string): Promise<string | undefined> {
    const dockerfile = path.join(folder, name);
    await writeFile(dockerfile, text);
    const { signal } = new AbortController();
    try {
      for await (const _ of theEngine().build({ folder, dockerfile, tag: 'judged' }, signal));
      return undefined;
    } catch (error) {
      return String(error).split('\n', 1)[0];
    }
  }

  for (const [line, values] of Object.entries(lines)) {
    it(`${line}: ${values.length} times`, async function () {
      this.timeout(60_000);
      const judged = values.map(async (value, index) => {
        // What only declares nothing makes no image.
        const text = `FROM scratch\nLABEL made=here\n${line.replace('…', () => value)}\n`;
        const ours = errorsIn(text).map(({ message }) => message);
        const theirs = await refusal(text, `${index}.Dockerfile`);
        assert.equal(ours.length > 0, theirs !== undefined, `${JSON.stringify(text)}: ${theirs ?? ours.join(' ')}`);
      });
      await Promise.all(judged);
    });
  }
});
