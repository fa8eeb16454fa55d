import type { RuleFacts, Severity } from './rule.ts';

/** Gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'style'];

/** What configuration may say about a rule: a severity (which also turns it on), on with its own severity, or off. */
export type Level = Severity | 'on' | 'off';

/** Which rules run, and how grave they are, as long as nobody says otherwise. */
export type Profile = 'recommended' | 'strict' | 'hadolint' | 'buildkit' | 'dclint';

export const profiles: readonly Profile[] = ['recommended', 'strict', 'hadolint', 'buildkit', 'dclint'];

export const profileSummaries: Readonly<Record<Profile, string>> = {
  recommended: 'few, sure and valuable findings (the default)',
  strict: 'every rule but those that are a matter of taste',
  hadolint: 'the rules of hadolint and ShellCheck at their severities, oddities included',
  buildkit: 'the build checks of BuildKit, experimental ones left out',
  dclint: 'the rules of dclint for Compose files',
};

export function isSeverity(value: unknown): value is Severity {
  return severities.some((severity) => severity === value);
}

export function isLevel(value: unknown): value is Level {
  return value === 'on' || value === 'off' || isSeverity(value);
}

export function isProfile(value: unknown): value is Profile {
  return profiles.some((profile) => profile === value);
}

/** True when `severity` is as grave as `threshold` or graver. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** How a profile grades a rule; `off` when the rule is no part of it. */
export function severityIn(rule: RuleFacts, profile: Profile): Severity | 'off' {
  if (rule.optional) return 'off';
  switch (profile) {
    case 'recommended':
      return rule.recommended ? rule.severity : 'off';
    case 'strict':
      return rule.severity;
    case 'hadolint':
      return isOf(rule, 'hadolint/', 'shellcheck/') ? (rule.severityIn?.hadolint ?? rule.severity) : 'off';
    case 'buildkit':
      // BuildKit knows one grade only.
      return isOf(rule, 'buildkit/') ? (rule.severityIn?.buildkit ?? 'warning') : 'off';
    case 'dclint':
      return isOf(rule, 'dclint/') ? (rule.severityIn?.dclint ?? rule.severity) : 'off';
  }
}

function isOf(rule: RuleFacts, ...tools: string[]): boolean {
  return (rule.same ?? []).some((name) => tools.some((tool) => name.startsWith(tool)));
}
