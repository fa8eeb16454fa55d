import assert from 'node:assert/strict';
import { loadLanguages } from '../languages.ts';
import { type Circumstances, dockwright, MemoryFiles, type Outcome } from './testing.ts';

const BAD = 'FROM debian:12\nRUN apt update\n';
const BAD_FIXED = 'FROM debian:12\nRUN apt-get update\n';
const CLEAN = 'FROM debian:12\nCMD ["true"]\n';

function lint(
  files: Readonly<Record<string, string | Uint8Array>>,
  line: string,
  around?: Circumstances,
): Promise<Outcome> {
  return dockwright(new MemoryFiles(files), `lint --rule DL3027=warning ${line}`, around);
}

/** `path:line:column rule` of each finding of the rule that the tests look at, and of errors. */
function found({ out }: Outcome): string[] {
  return (JSON.parse(out) as { file: string; line: number; column: number; ruleId: string; severity: string }[])
    .filter(({ ruleId, severity }) => ruleId === 'apt-get-instead-of-apt' || severity === 'error')
    .map(({ file, line, column, ruleId }) => `${file}:${line}:${column} ${ruleId}`);
}

// Reading a language in for the first time is not what the first test is about.
before(async function () {
  this.timeout(60_000);
  await loadLanguages();
  await import('../compose/syntax/plainYaml.ts');
});

describe('dockwright', () => {
  it('shows help and version', async () => {
    const files = new MemoryFiles({});
    for (const line of ['--help', '-h', 'help']) {
      const { exit, out } = await dockwright(files, line);
      assert.equal(exit, 0);
      assert.match(out, /^Usage: dockwright COMMAND/);
    }
    for (const line of ['lint --help', 'lint -h', 'help lint', '--help lint']) {
      assert.match((await dockwright(files, line)).out, /^Usage: dockwright lint/);
    }
    assert.match((await dockwright(files, '--version')).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('ends with 2 when it is called wrongly, and says how', async () => {
    const messages: [line: string, message: RegExp][] = [
      ['', /^Usage: dockwright COMMAND/],
      ['lnt', /There is no command 'lnt'\. Did you mean 'lint'\?/],
      ['Dockerfile', /call 'dockwright lint Dockerfile'/],
      ['lint --fxi', /no option '--fxi'\. Did you mean '--fix'\?/],
      ['lint --xyz123', /no option '--xyz123'\. See 'dockwright lint --help'/],
      ['lint --ignore=DL3008', /no option '--ignore'\. Use '--rule CODE=off'\./],
      ['lint --profile x', /There is no profile 'x'\. Profiles are recommended,/],
      ['lint --threshold x', /'x' is no severity/],
      ['lint --format x', /There is no format 'x'\. Formats are pretty,/],
      ['lint --rule x', /must be RULE=LEVEL/],
      ['lint --rule x=fatal', /must be RULE=LEVEL/],
      ['lint --rule unknown-instruction=off', /'unknown-instruction' is no rule but an error/],
      ['lint --rule no-sude=off', /There is no rule 'no-sude'\. Did you mean 'no-sudo'\?/],
      ['lint --config', /config/],
      ['lint - Dockerfile', /cannot be combined/],
      ['lint Dockerfile --stdin-filename x', /goes with '-' only/],
      ['lint --config none.yaml', /Cannot read the configuration none\.yaml: no such file/],
      ['explain', /takes the name of one rule/],
      ['migrate', /There is no \.hadolint\.yaml/],
    ];
    for (const [line, message] of messages) {
      const { exit, out, error } = await dockwright(new MemoryFiles({ Dockerfile: CLEAN }), line);
      assert.equal(exit, 2, line);
      assert.equal(out, '', line);
      assert.match(error, message, line);
    }
  });
});

describe('dockwright lint', () => {
  it('ends with 0 when all is well and 1 when something was found', async () => {
    assert.deepEqual(await lint({ Dockerfile: CLEAN }, '--rule DL3004=off Dockerfile -f compact'), {
      exit: 0,
      out: '',
      error: '',
    });
    const { exit, out } = await lint({ Dockerfile: BAD }, 'Dockerfile -f json');
    assert.equal(exit, 1);
    const message = /"message": "(.*'apt'.*)"/.exec(out)?.[1];
    assert.deepEqual(
      JSON.parse(out).filter(({ ruleId }: { ruleId: string }) => ruleId === 'apt-get-instead-of-apt'),
      [
        {
          file: 'Dockerfile',
          ruleId: 'apt-get-instead-of-apt',
          aliases: ['hadolint/DL3027'],
          severity: 'warning',
          message,
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 8,
          fixable: true,
        },
      ],
    );
  });

  it('finds files in folders, by name, as git sees them', async () => {
    const files = {
      Dockerfile: BAD,
      'README.md': BAD,
      'a/app.dockerfile': BAD,
      'a/node_modules/x/Dockerfile': BAD,
      'a/.gitignore': 'old/\n!kept.Dockerfile',
      'a/old/Dockerfile': BAD,
      '.git/Dockerfile': BAD,
      '.gitignore': 'ignored\n*.Dockerfile\n',
      'ignored/Dockerfile': BAD,
      'a/x.Dockerfile': BAD,
      'a/kept.Dockerfile': BAD,
      'b/Containerfile': BAD,
    };
    const all = ['Dockerfile', 'a/app.dockerfile', 'a/kept.Dockerfile', 'b/Containerfile'];
    const paths = (outcome: Outcome): string[] => found(outcome).map((line) => line.replace(/:.*/, ''));
    assert.deepEqual(paths(await lint(files, '-f json')), all);
    assert.deepEqual(paths(await lint(files, '. a Dockerfile -f json')), all);
    assert.deepEqual(paths(await lint(files, 'a -f json')), ['a/app.dockerfile', 'a/kept.Dockerfile']);
    assert.deepEqual(paths(await lint(files, 'ignored/Dockerfile README.md -f json')), [
      'ignored/Dockerfile',
      'README.md',
    ]);
  });

  it('expands globs that no shell did', async () => {
    const files = { Dockerfile: BAD, 'a/app.dockerfile': BAD, 'a/b.df': BAD, 'a/c/Dockerfile': BAD, 'a/c/x.txt': BAD };
    const paths = async (line: string): Promise<string[]> =>
      found(await lint(files, `${line} -f json`)).map((text) => text.replace(/:.*/, ''));
    assert.deepEqual(await paths('*'), ['Dockerfile', 'a/app.dockerfile', 'a/c/Dockerfile']);
    assert.deepEqual(await paths('Docker*'), ['Dockerfile']);
    assert.deepEqual(await paths('a/*.{df,dockerfile}'), ['a/app.dockerfile', 'a/b.df']);
    assert.deepEqual(await paths('**/Dockerfile ./a/?.df'), ['Dockerfile', 'a/c/Dockerfile', 'a/b.df']);
    assert.deepEqual(await paths('/project/a/**'), ['a/app.dockerfile', 'a/c/Dockerfile']);
    const { exit, error } = await lint(files, 'x*');
    assert.equal(exit, 2);
    assert.match(error, /there is no file or folder 'x\*'/);
  });

  it('says so when there is nothing to lint', async () => {
    const { exit, error } = await lint({ 'a.txt': '' }, '');
    assert.equal(exit, 0);
    assert.match(error, /no Dockerfile or Compose file in \./);
  });

  it('tells what cannot be linted and goes on', async () => {
    const files = new MemoryFiles({
      'a/Dockerfile': new Uint8Array([70, 0, 1]),
      'b/Dockerfile': BAD,
      'c/Dockerfile': BAD,
      'd/Dockerfile': BAD,
    });
    files.refused.add('/project/c/Dockerfile').add('/project/d');
    const outcome = await dockwright(files, 'lint -f json . none');
    assert.equal(outcome.exit, 2);
    assert.deepEqual(found(outcome), ['b/Dockerfile:2:5 apt-get-instead-of-apt']);
    assert.match(outcome.error, /a\/Dockerfile is a binary file/);
    assert.match(outcome.error, /c\/Dockerfile cannot be linted: permission denied/);
    assert.match(outcome.error, /d cannot be searched: permission denied/);
    assert.match(outcome.error, /there is no file or folder 'none'/);
  });

  it('does not hand control characters of a file on to the terminal', async () => {
    const { out } = await lint({ Dockerfile: 'FROM alpine:3.23\nFO\u001b[31mO\u0007 x\n' }, '-f compact');
    assert.match(out, /'FO\uFFFD\[31mO\uFFFD' is no instruction/);
  });

  it('reads standard input', async () => {
    assert.deepEqual(found(await lint({}, '- -f json', { stdin: BAD })), ['<stdin>:2:5 apt-get-instead-of-apt']);
    const named = await lint({}, '--stdin-filename a/Dockerfile -f json', { stdin: BAD });
    assert.deepEqual(found(named), ['a/Dockerfile:2:5 apt-get-instead-of-apt']);
    assert.equal((await lint({}, '-', { stdin: new Uint8Array([0]) })).exit, 2);
  });

  it('ends with 0 for services that take anything else for a crash', async () => {
    const exits = async (line: string): Promise<number> => (await lint({ Dockerfile: BAD }, `Dockerfile ${line}`)).exit;
    assert.equal(await exits('-f codeclimate'), 0);
    assert.equal(await exits('-f codacy'), 0);
    assert.equal(await exits('-f gitlab'), 1);
    assert.equal(await exits('-f codeclimate -o report -f pretty'), 1);
  });

  it('takes thresholds', async () => {
    const exits = async (line: string): Promise<number> => (await lint({ Dockerfile: BAD }, `Dockerfile ${line}`)).exit;
    assert.equal(await exits('--threshold warning'), 1);
    assert.equal(await exits('--threshold error'), 0);
    assert.equal(await exits('--no-fail'), 0);
    assert.equal(await exits('--rule DL3027=style --profile buildkit'), 0);
    assert.equal(await exits('--rule DL3027=style --profile buildkit -t style'), 1);
    assert.equal((await lint({ Dockerfile: BAD }, 'Dockerfile --quiet -f compact')).out, '');
    assert.equal(await exits('--quiet'), 0);
    assert.equal(await exits('--quiet -r DL3027=error'), 1);
  });

  it('fixes files as they are encoded', async () => {
    const mark = [0xef, 0xbb, 0xbf];
    const files = new MemoryFiles({
      Dockerfile: BAD.replaceAll('\n', '\r\n'),
      'a/Dockerfile': new Uint8Array([...mark, ...new TextEncoder().encode(BAD)]),
      'b/Dockerfile': new Uint8Array(Buffer.from(`\uFEFF${BAD}`, 'utf16le')),
      'c/Dockerfile': CLEAN,
    });
    const untouched = files.contents.get('/project/c/Dockerfile');
    const { error } = await dockwright(files, 'lint --fix --profile buildkit --rule DL3027=on');
    assert.match(error, /Fixed 3 problems in 3 files\./);
    assert.equal(files.text('Dockerfile'), BAD_FIXED.replaceAll('\n', '\r\n'));
    assert.equal(files.text('a/Dockerfile'), `\uFEFF${BAD_FIXED}`);
    assert.deepEqual(
      Buffer.from(files.contents.get('/project/b/Dockerfile') ?? []).toString('utf16le'),
      `\uFEFF${BAD_FIXED}`,
    );
    assert.equal(files.contents.get('/project/c/Dockerfile'), untouched);
  });

  it('does not fix what it cannot write back', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(BAD), 0x23, 0xff]);
    const files = new MemoryFiles({ Dockerfile: bytes });
    const { exit, error } = await dockwright(files, 'lint --fix');
    assert.equal(exit, 2);
    assert.match(error, /Dockerfile is not valid UTF-8, so it cannot be fixed/);
    assert.equal(files.contents.get('/project/Dockerfile'), bytes);
    assert.equal((await dockwright(files, 'lint -f json')).exit, 1);
  });

  it('fixes standard input to standard output', async () => {
    const { out, error } = await lint({}, '- --fix -f compact --profile buildkit', { stdin: BAD });
    assert.equal(out, BAD_FIXED);
    assert.doesNotMatch(error, /apt-get-instead-of-apt/);
  });

  it('pairs formats and outputs', async () => {
    const files = new MemoryFiles({ Dockerfile: BAD });
    const { out } = await dockwright(files, 'lint -f json -o report.json -f compact --color');
    assert.match(out, /^Dockerfile:\d+:/);
    assert.ok(Array.isArray(JSON.parse(files.text('report.json') ?? '')));
    files.refused.add('/project/report.json');
    const refused = await dockwright(files, 'lint -o report.json');
    assert.equal(refused.exit, 2);
    assert.match(refused.error, /Cannot write the report report\.json: permission denied/);
  });

  it('colours on terminals, unless told not to', async () => {
    const isColoured = async (line: string, around: Circumstances): Promise<boolean> =>
      (await lint({ Dockerfile: BAD }, line, around)).out.includes('\u001b[');
    assert.equal(await isColoured('', {}), false);
    assert.equal(await isColoured('', { isTerminal: true }), true);
    assert.equal(await isColoured('', { isTerminal: true, environment: { NO_COLOR: '' } }), false);
    assert.equal(await isColoured('', { isTerminal: true, environment: { TERM: 'dumb' } }), false);
    assert.equal(await isColoured('--no-color', { isTerminal: true }), false);
    assert.equal(await isColoured('--color', {}), true);
  });
});

describe('configuration files', () => {
  const graded = async (
    files: Readonly<Record<string, string>>,
    line = '',
    around?: Circumstances,
  ): Promise<string[]> => {
    const { out } = await dockwright(new MemoryFiles(files), `lint -f json ${line}`, around);
    return (JSON.parse(out) as { file: string; ruleId: string; severity: string }[])
      .filter(({ ruleId }) => ruleId === 'apt-get-instead-of-apt')
      .map(({ file, severity }) => `${file} ${severity}`);
  };

  it('are found from the file upwards, the nearest of each kind', async () => {
    const files = {
      'dockwright.yaml': 'rules:\n  apt-get-instead-of-apt: error\n',
      Dockerfile: BAD,
      'a/b/Dockerfile': BAD,
      'a/dockwright.yml': 'rules:\n  DL3027: info\n',
      '.git/HEAD': '',
      '/dockwright.yaml': 'rules:\n  DL3027: off\n',
    };
    assert.deepEqual(await graded(files), ['Dockerfile error', 'a/b/Dockerfile info']);
    assert.deepEqual(await graded(files, '--no-config'), ['Dockerfile warning', 'a/b/Dockerfile warning']);
    assert.deepEqual(await graded(files, '--config a/dockwright.yml'), ['Dockerfile info', 'a/b/Dockerfile info']);
    assert.deepEqual(await graded(files, '--rule DL3027=style'), ['Dockerfile style', 'a/b/Dockerfile style']);
  });

  it('of hadolint are honoured, with its environment', async () => {
    assert.deepEqual(await graded({ Dockerfile: BAD, '.hadolint.yaml': 'ignored: [DL3027]' }), []);
    assert.deepEqual(await graded({ Dockerfile: BAD, '.hadolint.yml': 'override: {error: [DL3027]}' }), [
      'Dockerfile error',
    ]);
    assert.deepEqual(await graded({ Dockerfile: BAD, '/home/me/.config/hadolint.yaml': 'ignored: [DL3027]' }), []);
    assert.deepEqual(await graded({ Dockerfile: BAD }, '', { environment: { HADOLINT_IGNORE: 'DL3027' } }), []);
    const files = new MemoryFiles({ Dockerfile: BAD, '.hadolint.yaml': 'no-fail: true\nformat: gnu\nverbose: true' });
    const { exit, out, error } = await dockwright(files, 'lint');
    assert.equal(exit, 0);
    assert.match(out, /^dockwright:Dockerfile:/);
    assert.match(error, /Configuration: \.hadolint\.yaml/);
  });

  it('that are wrong are told with their line, and linting goes on', async () => {
    const ours = new MemoryFiles({
      Dockerfile: BAD,
      'dockwright.yaml': 'rules:\n  apt-get-instead-of-ap: off\n  DL3027: loud\nx: 1',
    });
    const outcome = await dockwright(ours, 'lint -f json');
    assert.equal(outcome.exit, 2);
    assert.equal(found(outcome).length, 1);
    assert.deepEqual(outcome.error.trimEnd().split('\n'), [
      "dockwright.yaml:2: There is no rule 'apt-get-instead-of-ap'. Did you mean 'apt-get-instead-of-apt'?",
      "dockwright.yaml:3: 'DL3027' must be one of off, on, error, warning, info, style, not 'loud'.",
      "dockwright.yaml:4: 'x' is not a known key. Known are profile, rules, options, suppressionComments, ignore, threshold, overrides.",
    ]);
    const broken = await dockwright(new MemoryFiles({ Dockerfile: BAD, 'dockwright.yaml': 'a: [' }), 'lint -f json');
    assert.equal(broken.exit, 2);
    assert.match(broken.error, /^dockwright\.yaml:1: /);
    const hadolint = new MemoryFiles({ Dockerfile: BAD, '.hadolint.yaml': 'ignored: [DL3027]\nno-fail: sure' });
    const dropped = await dockwright(hadolint, 'lint -f json');
    assert.equal(dropped.exit, 1);
    assert.match(dropped.error, /^\.hadolint\.yaml:2: 'no-fail' must be true or false/);
  });

  it('tell how a configuration of hadolint must be called', async () => {
    const files = { Dockerfile: BAD, 'ci.yaml': 'ignored: [DL3027]\n', 'ci.hadolint.yaml': 'ignored: [DL3027]\n' };
    const { exit, error } = await lint(files, '--config ci.yaml Dockerfile');
    assert.equal(exit, 2);
    assert.match(error, /ci\.yaml: a configuration of hadolint is only taken for one when its name holds 'hadolint'/);
    assert.equal((await lint(files, '--config ci.hadolint.yaml Dockerfile')).error, '');
  });

  it('ignore files and override by glob', async () => {
    const config = 'ignore: [vendor/]\noverrides:\n  - files: ["*.dev"]\n    rules: {DL3027: error}\n';
    const files = { 'dockwright.yaml': config, Dockerfile: BAD, 'Dockerfile.dev': BAD, 'vendor/Dockerfile': BAD };
    assert.deepEqual(await graded(files), ['Dockerfile warning', 'Dockerfile.dev error']);
    assert.deepEqual(await graded(files, 'vendor/Dockerfile'), []);
  });
});

describe('--cache', () => {
  it('lints only what changed, and what it depends on', async () => {
    const files = new MemoryFiles({ Dockerfile: BAD, 'b/Dockerfile': CLEAN });
    const first = await dockwright(files, 'lint -f json --cache');
    const text = files.text('.dockwright-cache') ?? '';
    assert.ok(text.includes('apt-get-instead-of-apt'));
    // What the cache says is taken, so a doctored one shows that nothing was linted again.
    files.write('/project/.dockwright-cache', new TextEncoder().encode(text.replaceAll('"line":2', '"line":77')));
    const second = await dockwright(files, 'lint -f json --cache');
    assert.match(second.out, /"line": 77/);
    assert.equal(second.exit, first.exit);
    assert.doesNotMatch((await dockwright(files, 'lint -f json --cache --rule DL3027=error')).out, /"line": 77/);
    files.write('/project/.dockwright-cache', new TextEncoder().encode(text.replaceAll('"line":2', '"line":77')));
    files.write('/project/.dockerignore', new TextEncoder().encode('x'));
    assert.doesNotMatch((await dockwright(files, 'lint -f json --cache')).out, /"line": 77/);
    files.write('/project/.dockwright-cache', new TextEncoder().encode('{"program":'));
    assert.deepEqual((await dockwright(files, 'lint -f json --cache')).out, first.out);
    const fixed = await dockwright(files, 'lint -f json --cache --fix');
    assert.doesNotMatch(fixed.out, /apt-get-instead-of-apt/);
    assert.match(files.text('Dockerfile') ?? '', /apt-get update/);
  });
});

describe('dockwright format', () => {
  const MESSY = 'from debian:12\nrun true\n';

  it('writes what it formats, or only checks', async () => {
    const files = new MemoryFiles({ Dockerfile: MESSY });
    const checked = await dockwright(files, 'format --check');
    assert.deepEqual([checked.exit, checked.out, files.text('Dockerfile')], [1, 'Dockerfile\n', MESSY]);
    const report = await dockwright(files, 'lint --format-check -f compact');
    assert.match(report.out, /Dockerfile:1:1: warning: The file is not formatted/);
    const written = await dockwright(files, 'format');
    assert.deepEqual([written.exit, written.out], [0, 'Dockerfile\n']);
    assert.equal(files.text('Dockerfile'), 'FROM debian:12\nRUN true\n');
    assert.deepEqual(await dockwright(files, 'format --check'), { exit: 0, out: '', error: '' });
  });

  it('formats standard input', async () => {
    assert.equal(
      (await dockwright(new MemoryFiles({}), 'format -', { stdin: MESSY })).out,
      'FROM debian:12\nRUN true\n',
    );
    assert.equal((await dockwright(new MemoryFiles({}), 'format - --check', { stdin: MESSY })).exit, 1);
  });

  it('leaves alone what it cannot read or write', async () => {
    const files = new MemoryFiles({ Dockerfile: new Uint8Array([0]), 'a/Dockerfile': MESSY });
    files.refused.add('/project/a/Dockerfile');
    const { exit, error } = await dockwright(files, 'format');
    assert.equal(exit, 2);
    assert.match(error, /Dockerfile is a binary file/);
    assert.match(error, /a\/Dockerfile cannot be formatted: permission denied/);
  });
});

describe('dockwright rules and explain', () => {
  it('list rules', async () => {
    const { out } = await dockwright(new MemoryFiles({}), 'rules');
    assert.match(out, /^apt-get-instead-of-apt {2,}warning {2}\S/m);
    const rules = JSON.parse((await dockwright(new MemoryFiles({}), 'rules --json')).out) as { id: string }[];
    assert.ok(rules.some(({ id }) => id === 'apt-get-instead-of-apt'));
  });

  it('explain a rule by any of its names', async () => {
    for (const name of ['apt-get-instead-of-apt', 'DL3027', 'hadolint/DL3027']) {
      assert.match((await dockwright(new MemoryFiles({}), `explain ${name}`)).out, /^# apt-get-instead-of-apt\n/);
    }
    const unknown = await dockwright(new MemoryFiles({}), 'explain apt-get-instead-of-apts');
    assert.equal(unknown.exit, 2);
    assert.match(unknown.error, /Did you mean 'apt-get-instead-of-apt'\?/);
  });
});

describe('dockwright migrate', () => {
  const hadolint = `
ignored: [DL3027, DL9999]
override: {error: [SC9999]}
trustedRegistries: [docker.io]
label-schema: {author: text}
strict-labels: true
disable-ignore-pragma: true
failure-threshold: warning
no-fail: true
format: json
`;
  const ours = `# hadolint's rules at its severities. Leave the line out to get what Dockwright recommends.
profile: hadolint
rules:
  # SC9999: error (there is no such finding)
  DL3027: off # apt-get-instead-of-apt
  # DL9999: off (there is no such finding)
options:
  trustedRegistries:
    - "docker.io"
  labelSchema:
    "author": text
  strictLabels: true
suppressionComments: false
threshold: warning
`;

  it('writes what says the same', async () => {
    const files = new MemoryFiles({ '.hadolint.yaml': hadolint });
    const { exit, out, error } = await dockwright(files, 'migrate');
    assert.equal(exit, 0);
    assert.equal(files.text('dockwright.yaml'), ours);
    assert.match(out, /Wrote dockwright\.yaml/);
    assert.match(error, /'no-fail' has no place.*\nThe format has no place.*--format json/);
    const linted = await dockwright(files, 'lint --stdin-filename Dockerfile', { stdin: CLEAN });
    assert.equal(linted.error, '', 'what it writes is without fault');
    assert.equal((await dockwright(files, 'migrate')).exit, 2);
    assert.equal((await dockwright(files, 'migrate --force')).exit, 0);
    assert.equal((await dockwright(files, 'migrate --stdout')).out, ours);
  });

  it('writes no rules when none is known', async () => {
    const files = new MemoryFiles({ '.hadolint.yaml': 'ignored: [SC1091]\nverbose: true\n' });
    const { out, error } = await dockwright(files, 'migrate --stdout');
    assert.match(out, /^profile: hadolint\n {2}# SC1091: off \(there is no such finding\)\n$/m);
    assert.match(error, /'verbose' has no place/);
  });

  it('tells what is wrong with the file', async () => {
    const files = new MemoryFiles({ 'a/.hadolint.yaml': 'ignored: x' });
    const { exit, error } = await dockwright(files, 'migrate a/.hadolint.yaml');
    assert.equal(exit, 2);
    assert.equal(error, "a/.hadolint.yaml:1: 'ignored' must be a list, not 'x'.\n");
  });
});
