import type { Entry, ShellFacts } from './facts.ts';
import type { Ast } from './tree.ts';

/** What somebody did wrong where a script breaks the grammar. */
export interface Slip {
  readonly kind:
    | 'ampersand-semicolon'
    | 'function-parameters'
    | 'keyword-case'
    | 'keyword-as-argument'
    | 'function-brace'
    | 'keyword-comment'
    | 'missing-space'
    | 'apostrophe'
    | 'unclosed-quote'
    | 'other';
  /** Offsets into the script. */
  readonly start: number;
  readonly end: number;
  /** What the parser says, for those of kind `other`. */
  readonly message: string;
}

const keywords = new Set([
  'if', 'then', 'elif', 'else', 'fi', 'for', 'while', 'until', 'do', 'done', 'case', 'esac', 'function', 'select',
]); // biome-ignore format: one table

/** True for a keyword of the shell that is written with capitals. */
export function isMiscasedKeyword(word: string): boolean {
  return /[A-Z]/.test(word) && keywords.has(word.toLowerCase());
}

/** The first place where the script breaks the grammar, by what is probably wrong there; `undefined` when it does not. */
export function slipIn(facts: ShellFacts): Slip | undefined {
  return facts.once(read);
}

function read(facts: ShellFacts): Slip | undefined {
  const { text, tree } = facts;
  const [error] = tree.errors;
  if (error === undefined) return openTest(facts) ?? openHeredoc(facts) ?? gluedKeyword(facts);
  const { start, message } = error;
  const at = (kind: Slip['kind'], from: number, to: number): Slip => ({ kind, start: from, end: to, message });
  if (/quote$/.test(message)) {
    const apostrophe = text[start] === "'" ? firstApostrophe(text, start) : undefined;
    return apostrophe === undefined
      ? at('unclosed-quote', start, start + 1)
      : at('apostrophe', apostrophe, apostrophe + 1);
  }
  const before = text.slice(Math.max(0, start - 200), start);
  const base = start - before.length;
  if (text[start] === ';' && /&\s*$/.test(before)) return at('ampersand-semicolon', start, start + 1);
  const parameters = /(?:^|[\s;&|(])[A-Za-z_][\w-]*[ \t]*(\([ \t]*[^()\s;&|]+[^()\n;&|]*)$/.exec(before);
  if (parameters?.[1] !== undefined && text[start] === ')' && !/(?:^|\s)for[ \t]*\(/.test(parameters[0])) {
    return at('function-parameters', start - parameters[1].length, start + 1);
  }
  const opening = /\([ \t]*\)[ \t]*$/.test(before) || /(?:^|[\s;&|])function[ \t]+[\w-]+[ \t]*$/.test(before);
  if (opening && /^\{\S/.test(text.slice(start, start + 2))) return at('function-brace', start, start + 1);
  const wanted = /'(done|do|fi|then|esac)'/.exec(message)?.[1];
  const argument = wanted && new RegExp(`(?:[^\\s;&|({]|[^;&|({\\s][ \\t]+)\\b(${wanted})(?=[\\s;)]|$)`).exec(text);
  if (argument && !/(?:^|\s)(?:do|then|else)\s+$/.test(argument[0].slice(0, -(wanted?.length ?? 0)))) {
    const from = argument.index + argument[0].length - (wanted?.length ?? 0);
    if (text[from - 1] === ']' || /\s/.test(text[from - 1] ?? ''))
      return at('keyword-as-argument', from, from + (wanted?.length ?? 0));
  }
  const joined = /(?:^|[\s;&|])function[ \t]+[\w-]+(\{)[ \t]*$/.exec(before);
  if (joined) {
    const brace = base + joined.index + joined[0].lastIndexOf('{');
    return at('function-brace', brace, brace + 1);
  }
  const comment = /(?:^|[\s;&|])(?:fi|done|esac|then|do|else|\})(#)/.exec(text);
  if (comment) {
    const hash = comment.index + comment[0].length - 1;
    return at('keyword-comment', hash, hash + 1);
  }
  const negation = /\[\[?[ \t]+(!)-[a-z]\b/.exec(text);
  if (negation) {
    const sign = negation.index + negation[0].indexOf('!');
    return at('missing-space', sign, sign + 1);
  }
  const glued = /(?:^|[\s;&|])(?:if|while|until|elif)(\[)/.exec(text) ?? /\S(\]\]?)[ \t]*$/.exec(before);
  if (glued?.[1] !== undefined && (glued.input === text || message.includes(']]'))) {
    const bracket = (glued.input === text ? 0 : base) + glued.index + glued[0].indexOf(glued[1]);
    return at('missing-space', bracket, bracket + glued[1].length);
  }
  for (const match of text.matchAll(/(?<=^|[;&|({\n]\s*|\b(?:do|then|else)\s+)[A-Za-z]+(?=\s|;|$)/g)) {
    if (isMiscasedKeyword(match[0])) return at('keyword-case', match.index, match.index + match[0].length);
  }
  return at('other', Math.min(start, text.length), Math.min(start + 1, text.length));
}

/** True when the single quote at the offset stands between letters. */
export function apostropheOf(text: string, offset: number): boolean {
  return /^\p{L}'[A-Za-z]/u.test(text.slice(offset - 1, offset + 2));
}

/** The end of the first single-quoted text before an offset that is an apostrophe. */
function firstApostrophe(text: string, end: number): number | undefined {
  for (let index = 0; index < end; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '#' && /\s/.test(text[index - 1] ?? ' ')) {
      const line = text.indexOf('\n', index);
      if (line === -1) return undefined;
      index = line;
    } else if (character === '"') {
      do index++;
      while (index < end && text[index] !== '"' && (text[index] !== '\\' || ++index));
    } else if (character === "'") {
      index = text.indexOf("'", index + 1);
      if (index === -1) return undefined;
      if (apostropheOf(text, index)) return index;
    }
  }
  return undefined;
}

/** A keyword or `{` that begins a command, but is glued to what follows. */
function gluedKeyword(facts: ShellFacts): Slip | undefined {
  for (const { node, entry } of facts.commands) {
    const { name } = node;
    if (name === undefined || entry.frame !== undefined) continue;
    const keyword = /^(?:fi|done|esac)(?=#)/.exec(name.text)?.[0];
    if (keyword !== undefined) {
      const start = name.pos + keyword.length;
      return { kind: 'keyword-comment', start, end: start + 1, message: `'${name.text}'` };
    }
    if (/^\{\w+$/.test(name.text))
      return { kind: 'function-brace', start: name.pos, end: name.pos + 1, message: "'{'" };
  }
  return undefined;
}

/** `[` without its `]`. */
function openTest(facts: ShellFacts): Slip | undefined {
  for (const { node, entry } of facts.named('[')) {
    const words = node.args;
    if (words.some((word) => word.text === ']') || entry.frame !== undefined || isJoined(entry)) continue;
    const last: Ast.Word | Ast.Assignment | undefined = words.at(-1);
    const message = "'[' without ']'";
    // An expansion that is not closed reaches beyond the bracket.
    if (last === undefined || facts.text[last.end - 1] !== ']') {
      return { kind: 'other', start: node.pos, end: node.pos + 1, message };
    }
    return { kind: 'missing-space', start: last.end - 1, end: last.end, message };
  }
  return undefined;
}

/** `[` without `]`. */
export function isOpenTest(node: Ast.SyntaxNode): boolean {
  return node.type === 'Command' && node.name?.text === '[' && !node.args.some(({ text }) => text === ']');
}

/** `[ … && … ]`: the `]` is the last word of a command behind. */
function isJoined({ node, parent }: Entry): boolean {
  if (parent?.node.type !== 'AndOr') return false;
  return parent.node.commands.some(
    (other) =>
      other.pos > node.pos && other.type === 'Command' && other.args.at(-1)?.text === ']' && other.name?.text !== '[',
  );
}

function openHeredoc(facts: ShellFacts): Slip | undefined {
  const open = facts.all('HereDoc').find(({ node, frame }) => node.closing === undefined && frame === undefined);
  if (open === undefined) return undefined;
  const { delimiter, pos, end } = open.node;
  const message = `heredoc without its end '${delimiter?.value ?? ''}'`;
  return { kind: 'other', start: delimiter?.pos ?? pos, end: delimiter?.end ?? end, message };
}
