/** Short form of a mount, cut at its colons. Places are offsets into its text. */
export interface Mount {
  /** `anonymous` has no source; `unknown` has one that begins with a variable. */
  readonly type: 'bind' | 'volume' | 'anonymous' | 'unknown';
  readonly source: Section | undefined;
  readonly target: Section;
  readonly options: readonly Section[];
}

export interface Section {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface MountProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Reads `[SOURCE:]TARGET[:OPTIONS]` as Compose does, on whatever platform: `C:\a` and `${A:-b}` hold no cut. */
export function parseMount(text: string): Mount | MountProblem {
  if (text === '')
    return { start: 0, end: 0, message: 'The mount is empty. Write at least the path in the container.' };
  const sections = text.length <= 2 ? [{ text, start: 0, end: text.length }] : cut(text);
  const empty = sections.find((section) => section.text === '' && section.start < text.length);
  if (empty) {
    const message = `There is nothing between two colons in '${text}'. Write source, target and options.`;
    return { start: Math.max(0, empty.start - 1), end: Math.min(text.length, empty.end + 1), message };
  }
  const [first, second, third, fourth] = sections;
  if (fourth) {
    const message = `'${text}' has too many colons. Write source, target and options, or the long form.`;
    return { start: fourth.start - 1, end: text.length, message };
  }
  if (!first || !second || second.text === '') {
    return { type: 'anonymous', source: undefined, target: first ?? { text, start: 0, end: text.length }, options: [] };
  }
  return { type: sourceType(first.text), source: first, target: second, options: third ? splitOptions(third) : [] };
}

function cut(text: string): Section[] {
  const sections: Section[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '{' && (depth > 0 || text[index - 1] === '$')) depth++;
    else if (char === '}' && depth > 0) depth--;
    else if (char === ':' && depth === 0 && !(index === start + 1 && /[A-Za-z]/.test(text[start] ?? ''))) {
      sections.push({ text: text.slice(start, index), start, end: index });
      start = index + 1;
    }
  }
  sections.push({ text: text.slice(start), start, end: text.length });
  return sections;
}

function splitOptions({ text, start }: Section): Section[] {
  const options: Section[] = [];
  let from = start;
  for (const option of text.split(',')) {
    options.push({ text: option, start: from, end: from + option.length });
    from += option.length + 1;
  }
  return options;
}

/** What a source without a type means. */
export function sourceType(source: string): 'bind' | 'volume' | 'unknown' {
  if (source.startsWith('$')) return 'unknown';
  return /^(?:[./~]|\\\\|[A-Za-z]:)/.test(source) ? 'bind' : 'volume';
}

/** A path in a container without needless parts, as Compose compares targets. */
export function cleanTarget(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}
