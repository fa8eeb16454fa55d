import { type Hover, MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type { Language } from '../language.ts';
import type { Diagnostic } from '../lint/diagnostics.ts';
import { findingReason } from '../lint/documentation.ts';
import type { ErrorFacts } from '../lint/linted.ts';
import type { RuleFacts } from '../lint/rule.ts';
import type { Lines } from '../text/lines.ts';
import { toRange } from './convert.ts';

/** What a language says of a place, and below that why there are findings. */
export function withReasons(
  hover: Hover | undefined,
  findings: readonly Diagnostic[],
  language: Language,
  lines: Lines,
): Hover | undefined {
  const reasons: string[] = [];
  for (const id of new Set(findings.map(({ ruleId }) => ruleId))) {
    const facts = factsOf(language, id);
    if (facts !== undefined) reasons.push(findingReason(facts));
  }
  const [first] = findings;
  if (first === undefined || reasons.length === 0) return hover;
  if (hover !== undefined && MarkupContent.is(hover.contents)) reasons.unshift(`${hover.contents.value}\n\n---`);
  const contents = { kind: MarkupKind.Markdown, value: reasons.join('\n\n') };
  return { ...hover, contents, range: hover?.range ?? toRange(lines, first.at) };
}

/** The facts of a rule or of a kind of error. */
function factsOf({ rules, errorFacts }: Language, id: string): RuleFacts | ErrorFacts | undefined {
  const isIt = (facts: RuleFacts | ErrorFacts): boolean => facts.id === id;
  return rules.find(isIt) ?? errorFacts.find(isIt);
}
