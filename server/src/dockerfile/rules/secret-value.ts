import type { FileRule, Report, StatementRule } from '../../lint/rule.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';

interface Kind {
  readonly what: string;
  /** Anchored by text that nothing else begins with. */
  readonly pattern: string;
}

/** Tokens with a shape of their own, from the documentation of those who give them out. */
const kinds: readonly Kind[] = [
  { what: 'a private key', pattern: '-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----' },
  { what: 'an AWS access key', pattern: '\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b' },
  { what: 'a GitHub token', pattern: '\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b' },
  { what: 'a GitHub token', pattern: '\\bgithub_pat_[A-Za-z0-9_]{22,255}\\b' },
  { what: 'a GitLab token', pattern: '\\bgl(?:pat|dt|rt|cbt|ptt)-[A-Za-z0-9_-]{20,255}' },
  { what: 'a Slack token', pattern: '\\bxox[abeoprs]-[A-Za-z0-9-]{10,255}' },
  { what: 'an npm token', pattern: '\\bnpm_[A-Za-z0-9]{36}\\b' },
  { what: 'a PyPI token', pattern: '\\bpypi-AgE[A-Za-z0-9_-]{50,1000}' },
  { what: 'a Docker Hub token', pattern: '\\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20,255}' },
  { what: 'a Google API key', pattern: '\\bAIza[A-Za-z0-9_-]{35}\\b' },
  { what: 'a Stripe key', pattern: '\\b[rs]k_live_[A-Za-z0-9]{20,255}\\b' },
  { what: 'a SendGrid key', pattern: '\\bSG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}\\b' },
  { what: 'an Anthropic key', pattern: '\\bsk-ant-[A-Za-z0-9_-]{30,255}' },
  { what: 'an OpenAI key', pattern: '\\bsk-proj-[A-Za-z0-9_-]{30,255}' },
  { what: 'a Hugging Face token', pattern: '\\bhf_[A-Za-z]{34}\\b' },
  { what: 'an age key', pattern: '\\bAGE-SECRET-KEY-1[0-9A-Z]{50,70}\\b' },
  {
    what: 'a JSON web token',
    pattern: '\\beyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,2000}',
  },
  {
    what: 'a password',
    pattern:
      '(?<=\\b[a-z][a-z+]{1,15}:\\/\\/[\\w.%-]{0,64}:)[^\\s/@:$"\'{}<>]{3,128}(?=@[\\w[])(?!@(?:sha\\d+:|localhost\\b|127\\.))',
  },
];

const anyOfThem = new RegExp(kinds.map(({ pattern }) => `(${pattern})`).join('|'), 'g');

/** Cheap to look for: without any of these there is nothing to find. */
const beginnings = [
  ...['-----BEGIN', 'AKIA', 'ASIA', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'glpat-', 'gldt-', 'glrt-'],
  ...['glcbt-', 'glptt-', 'xox', 'npm_', 'pypi-AgE', 'dckr_', 'AIza', 'k_live_', 'SG.', 'sk-ant-', 'sk-proj-', 'hf_'],
  ...['AGE-SECRET-KEY-', 'eyJ'],
];
const anyBeginning = new RegExp(beginnings.map((text) => text.replace(/[.-]/g, '\\$&')).join('|'));
const passwordInUrl = /:\/\/[\w.%-]{0,64}:[^\s/@:]{3,128}@/;

export const secretValue: FileRule<DockerfileFile> & StatementRule<DockerfileFile, Instruction> = {
  id: 'secret-value',
  summary: 'No secret is written into the file.',
  why: 'The file is in the repository and in the history of the image, for all who can read one of them. Deleting it in a later layer does not help.',
  category: 'security',
  severity: 'error',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM node:24\nENV NPM_CONFIG_X=«npm_0123456789abcdefghijklmnopqrstuvwxyz»\n',
      good: 'FROM node:24\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n',
    },
    {
      bad: 'FROM alpine\nRUN git clone https://robot:«s3cr3t-w0rd»@example.com/a.git\n',
      good: 'FROM alpine\nRUN --mount=type=ssh git clone git@example.com:a.git\n',
    },
    { bad: 'FROM alpine\nCOPY <<EOF /key\n«-----BEGIN OPENSSH PRIVATE KEY-----»\nAAAA\nEOF\n' },
  ],
  check({ model }, report) {
    const { items, text } = model.lookAt('comments');
    for (const { kind, span } of items) {
      if (kind !== 'instruction') reportIn(text.slice(span.start, span.end), span.start, report);
    }
  },
  checkStatement({ node }, _, report) {
    const { start, end } = node.span;
    reportIn(node.fileText.slice(start, end), start, report);
  },
};

function reportIn(text: string, offset: number, report: Report): void {
  for (const match of mayHoldSecrets(text) ? text.matchAll(anyOfThem) : []) {
    const group = match.slice(1).findIndex((part) => part !== undefined);
    const what = kinds[group]?.what;
    if (what === undefined || isExample(match[0])) continue;
    // Who has the name of the user for a password keeps no secret.
    if (text.endsWith(`/${match[0]}:`, match.index)) continue;
    const start = offset + match.index;
    report({
      at: { start, end: start + match[0].length },
      message: `This looks like ${what}, and all who have the file or the image have it too. Revoke it, and use a secret mount.`,
    });
  }
}

function mayHoldSecrets(text: string): boolean {
  return anyBeginning.test(text) || (text.includes('@') && passwordInUrl.test(text));
}

/** What documentation writes in place of a secret. */
function isExample(secret: string): boolean {
  return /EXAMPLE|example|^x+$|^\*+$|^(?:pass|password|pwd|token|changeme|secret|dummy|fake|placeholder|test)$/i.test(
    secret,
  );
}
