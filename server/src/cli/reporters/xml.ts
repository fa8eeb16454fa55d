import type { Severity } from '../../lint/rule.ts';
import type { Reporter } from './reporter.ts';

const CHECKSTYLE: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'info',
};

/** The XML that Checkstyle writes. */
export const checkstyle: Reporter = (results, { version }) => {
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3" generator="Dockwright ${xml(version)}">\n`;
  for (const { path, findings } of results) {
    text += `  <file name="${xml(path)}">\n`;
    for (const { line, column, severity, message, ruleId } of findings) {
      text += `    <error line="${line}" column="${column}" severity="${CHECKSTYLE[severity]}" message="${xml(message)}" source="${xml(ruleId)}"/>\n`;
    }
    text += '  </file>\n';
  }
  return `${text}</checkstyle>\n`;
};

/** The XML that JUnit's Ant task writes: a suite for each file, a case for each finding, one passing case for a clean file. */
export const junit: Reporter = (results) => {
  const total = results.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const failures = results.reduce((sum, { findings }) => sum + findings.length, 0);
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dockwright" tests="${total}" failures="${failures}" errors="0">\n`;
  for (const { path, findings } of results) {
    const tests = Math.max(1, findings.length);
    text += `  <testsuite name="${xml(path)}" tests="${tests}" failures="${findings.length}" errors="0">\n`;
    if (findings.length === 0) text += `    <testcase name="no problems" classname="${xml(path)}"/>\n`;
    for (const { line, column, severity, message, ruleId } of findings) {
      text += `    <testcase name="${xml(ruleId)}" classname="${xml(path)}">\n`;
      text += `      <failure type="${severity}" message="${xml(message)}">${xml(`${path}:${line}:${column}: ${message}`)}</failure>\n`;
      text += '    </testcase>\n';
    }
    text += '  </testsuite>\n';
  }
  return `${text}</testsuites>\n`;
};

/** Also leaves out what XML 1.0 cannot hold at all. */
function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(NOT_XML, '\uFFFD');
}

const NOT_XML = /[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
