import assert from 'node:assert/strict';
import type { FileResult, ReportedFinding } from '../results.ts';
import { FORMAT_ALIASES, reporters } from './index.ts';
import type { ReporterContext } from './reporter.ts';

const context: ReporterContext = {
  colour: false,
  version: '1.2.3',
  facts: (ruleId) => (ruleId === 'rule-a' ? { summary: 'Summary.', why: 'Why.' } : undefined),
};
const finding: ReportedFinding = {
  ruleId: 'rule-a',
  aliases: ['hadolint/DL1', 'buildkit/A'],
  severity: 'warning',
  message: "Don't write '<a> & \"b\"'.",
  line: 2,
  column: 5,
  endLine: 2,
  endColumn: 8,
  fixable: true,
};
const results: FileResult[] = [
  {
    path: 'a b/Dockerfile',
    findings: [
      finding,
      {
        ...finding,
        ruleId: 'rule-b',
        aliases: [],
        severity: 'error',
        line: 10,
        endLine: 11,
        fixable: false,
        message: '100%: a,b.',
      },
    ],
  },
  { path: 'clean', findings: [] },
];

function report(format: string, files: readonly FileResult[] = results): string {
  const reporter = reporters[format];
  assert.ok(reporter, format);
  return reporter(files, context);
}

describe('reporters', () => {
  it('pretty', () => {
    assert.equal(
      report('pretty'),
      [
        'a b/Dockerfile',
        "   2:5  warning  Don't write '<a> & \"b\"'.  rule-a (DL1)",
        '  10:5  error    100%: a,b.  rule-b',
        '',
        '2 problems (1 error, 1 warning) in 2 files. 1 can be fixed with --fix.',
        '',
      ].join('\n'),
    );
    assert.equal(report('pretty', [{ path: 'clean', findings: [] }]), 'No problems in 1 file.\n');
    assert.equal(report('pretty', []), '');
    assert.ok(reporters.pretty?.(results, { ...context, colour: true }).includes('\u001b[4ma b/Dockerfile\u001b[0m'));
  });

  it('compact', () => {
    assert.equal(
      report('compact'),
      "a b/Dockerfile:2:5: warning: Don't write '<a> & \"b\"'. [rule-a]\na b/Dockerfile:10:5: error: 100%: a,b. [rule-b]\n",
    );
  });

  it('gnu', () => {
    assert.equal(
      report('gnu').split('\n')[0],
      "dockwright:a b/Dockerfile:2.5-2.8: warning: Don't write '<a> & \"b\"'. [rule-a]",
    );
  });

  it('github escapes what commands take apart', () => {
    assert.equal(
      report('github'),
      [
        "::warning file=a b/Dockerfile,line=2,col=5,endColumn=8,title=rule-a::Don't write '<a> & \"b\"'.",
        '::error file=a b/Dockerfile,line=10,endLine=11,title=rule-b::100%25: a,b.',
        '',
      ].join('\n'),
    );
    const odd = [{ path: 'a,b:c%', findings: [{ ...finding, severity: 'style' as const, message: 'x\ny' }] }];
    assert.equal(report('github', odd), '::notice file=a%2Cb%3Ac%25,line=2,col=5,endColumn=8,title=rule-a::x%0Ay\n');
  });

  it('json', () => {
    assert.deepEqual(JSON.parse(report('json'))[0], { file: 'a b/Dockerfile', ...finding });
    assert.deepEqual(JSON.parse(report('json', [])), []);
  });

  it('sarif', () => {
    const { version, runs } = JSON.parse(report('sarif'));
    assert.equal(version, '2.1.0');
    const [run] = runs;
    assert.deepEqual(run.tool.driver.rules, [
      {
        id: 'rule-a',
        shortDescription: { text: 'Summary.' },
        fullDescription: { text: 'Why.' },
        help: { text: 'Summary. Why.' },
        defaultConfiguration: { level: 'warning' },
        properties: { tags: ['hadolint:DL1', 'buildkit:A'] },
      },
      { id: 'rule-b', defaultConfiguration: { level: 'error' } },
    ]);
    assert.equal(run.results.length, 2);
    assert.equal(run.results[1].ruleIndex, 1);
    assert.deepEqual(run.results[0].locations[0].physicalLocation, {
      artifactLocation: { uri: 'a%20b/Dockerfile' },
      region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 8 },
    });
    const absolute = JSON.parse(
      report('sarif', [
        { path: '/x y', findings: [] },
        { path: 'C:/x', findings: [] },
      ]),
    );
    assert.deepEqual(
      absolute.runs[0].artifacts.map((artifact: { location: { uri: string } }) => artifact.location.uri),
      ['file:///x%20y', 'file:///C:/x'],
    );
  });

  it('checkstyle and junit', () => {
    const checkstyle = report('checkstyle');
    assert.match(checkstyle, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle version="4\.3"/);
    assert.ok(
      checkstyle.includes(
        `<error line="2" column="5" severity="warning" message="Don't write '&lt;a&gt; &amp; &quot;b&quot;'." source="rule-a"/>`,
      ),
    );
    assert.ok(checkstyle.includes('<file name="clean">\n  </file>'));
    const junit = report('junit');
    assert.ok(junit.includes('<testsuites name="dockwright" tests="3" failures="2" errors="0">'));
    assert.ok(junit.includes('<testcase name="no problems" classname="clean"/>'));
    const odd = [{ path: 'a\u0001\n', findings: [{ ...finding, message: '\uD800\u{1F600}' }] }];
    assert.ok(report('checkstyle', odd).includes('name="a\uFFFD&#10;"'));
    assert.ok(report('checkstyle', odd).includes('message="\uFFFD\u{1F600}"'));
  });

  it('codeclimate ends every issue with NUL, gitlab gives an array with fingerprints', () => {
    const issues = report('codeclimate')
      .split('\0')
      .filter(Boolean)
      .map((text) => JSON.parse(text));
    assert.deepEqual(issues[0], {
      type: 'issue',
      check_name: 'rule-a',
      description: finding.message,
      categories: ['Bug Risk'],
      location: {
        path: 'a b/Dockerfile',
        lines: { begin: 2, end: 2 },
        positions: { begin: { line: 2, column: 5 }, end: { line: 2, column: 8 } },
      },
      severity: 'major',
    });
    const twice = [{ path: 'x', findings: [finding, { ...finding, line: 7 }] }];
    const fingerprints = JSON.parse(report('gitlab', twice)).map((issue: { fingerprint: string }) => issue.fingerprint);
    assert.equal(new Set(fingerprints).size, 2);
    const moved = [{ path: 'x', findings: [{ ...finding, line: 99 }] }];
    assert.equal(JSON.parse(report('gitlab', moved))[0].fingerprint, fingerprints[0]);
  });

  it('sonarqube and codacy', () => {
    assert.deepEqual(JSON.parse(report('sonarqube')).issues[0], {
      engineId: 'Dockwright',
      ruleId: 'rule-a',
      severity: 'MAJOR',
      type: 'CODE_SMELL',
      primaryLocation: {
        message: finding.message,
        filePath: 'a b/Dockerfile',
        textRange: { startLine: 2, endLine: 2, startColumn: 4, endColumn: 7 },
      },
    });
    const empty = [{ path: 'x', findings: [{ ...finding, endColumn: 5 }] }];
    assert.deepEqual(JSON.parse(report('sonarqube', empty)).issues[0].primaryLocation.textRange, { startLine: 2 });
    assert.deepEqual(JSON.parse(report('codacy').split('\n')[0] ?? ''), {
      filename: 'a b/Dockerfile',
      patternId: 'rule-a',
      message: finding.message,
      line: 2,
    });
  });

  it('know all names hadolint has', () => {
    for (const name of [
      'tty',
      'json',
      'checkstyle',
      'codeclimate',
      'gitlab_codeclimate',
      'gnu',
      'codacy',
      'sonarqube',
      'sarif',
      'junit',
    ]) {
      assert.ok(reporters[FORMAT_ALIASES[name] ?? name], name);
    }
  });
});
