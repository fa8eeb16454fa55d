import type { TextEdit } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import type { Env, Label, Pair } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const legacyKeyValueFormat = dockerfileRule({
  id: 'legacy-key-value-format',
  summary: "ENV and LABEL are written as 'name=value'.",
  why: "The form 'name value' is deprecated. It takes all that follows for one value, so a second pair on the line becomes part of it.",
  category: 'deprecation',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/LegacyKeyValueFormat'],
  examples: [
    { bad: 'FROM alpine\nENV «MODE production»\n', good: 'FROM alpine\nENV MODE=production\n' },
    { bad: 'FROM alpine\nLABEL «note two words»\n', good: 'FROM alpine\nLABEL note="two words"\n' },
    { bad: 'FROM alpine\nENV «A "b c" d»\n', good: 'FROM alpine\nENV A="b c"\\ d\n' },
    { bad: 'FROM alpine\nENV «A = b»\n', good: 'FROM alpine\nENV A=b\n' },
  ],
  check({ model }, report) {
    for (const instruction of [...model.all('ENV'), ...model.all('LABEL')]) {
      if (!instruction.isLegacy) continue;
      const [pair] = instruction.pairs;
      if (pair?.value === undefined) continue;
      const { value } = pair;
      const isMeant = !/^=\s*\S/.test(value.text);
      report({
        at: pair.span,
        message: isMeant
          ? `'${instruction.keyword} name value' is a deprecated form. Write ${quote(`${pair.key.text}=…`)}.`
          : `${quote(pair.key.text)} gets the value ${quote(value.text)}, equals sign included. Write no blanks around '='.`,
        fixes: () => [
          { title: "Write with '='", safe: isMeant, edits: isMeant ? rewrite(pair, instruction) : withoutBlanks(pair) },
        ],
      });
    }
  },
});

function gap({ keySpan, value }: Pair): { start: number; end: number } {
  return { start: keySpan.end, end: value?.at(0) ?? keySpan.end };
}

/** The same value by the rules of the new form: blanks in it are quoted or escaped. */
function rewrite(pair: Pair, { node }: Env | Label): TextEdit[] {
  const { value } = pair;
  if (value === undefined) return [];
  const { text } = value;
  const { end } = value.span(0, text.length);
  const isQuoted = /^"[^"\\`]*"$|^'[^']*'$/.test(text);
  if (isQuoted || !/\s/.test(text)) return [{ at: gap(pair), newText: '=' }];
  if (!/["'\\`]/.test(text)) {
    return [
      { at: gap(pair), newText: '="' },
      { at: { start: end, end }, newText: '"' },
    ];
  }
  const edits: TextEdit[] = [{ at: gap(pair), newText: '=' }];
  let open = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === node.escape && open !== "'") index++;
    else if (open === '' && (character === '"' || character === "'")) open = character;
    else if (character === open) open = '';
    else if (open === '' && /\s/.test(character)) {
      const at = value.at(index);
      edits.push({ at: { start: at, end: at }, newText: node.escape });
    }
  }
  return edits;
}

/** `A = b` as it was surely meant. */
function withoutBlanks(pair: Pair): TextEdit[] {
  const { value } = pair;
  if (value === undefined) return [];
  const { text } = value;
  const start = text.length - text.slice(1).trimStart().length;
  const rest = text.slice(start);
  const needsQuotes = /\s/.test(rest) && !/["'\\`]/.test(rest);
  const { end } = value.span(0, text.length);
  return [
    { at: { start: pair.keySpan.end, end: value.at(start) }, newText: needsQuotes ? '="' : '=' },
    ...(needsQuotes ? [{ at: { start: end, end }, newText: '"' }] : []),
  ];
}
