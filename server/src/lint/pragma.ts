/** What a comment asks to be silent about. */
export interface Pragma {
  readonly tool: 'dockwright' | 'hadolint' | 'shellcheck' | 'dclint' | 'dockerfile-utils';
  readonly scope: 'next' | 'line' | 'stage' | 'file' | 'first line';
  /** As written; `undefined` for everything the tool finds. */
  readonly names: readonly string[] | undefined;
}

/**
 * Reads the text of a comment (behind its sign, trimmed). Facts: hadolint's pragmas in all three scopes, ShellCheck's
 * `disable`, dclint's `disable`, `disable-file` and `disable-line`, and `dockerfile-utils: ignore`.
 * @param exact take hadolint's pragma only in the strict shape that hadolint itself understands
 */
export function parsePragma(text: string, exact = false): Pragma | undefined {
  if (text.startsWith('dockwright')) return ownPragma(text);
  if (text.startsWith('hadolint')) return exact ? exactHadolintPragma(text) : hadolintPragma(text);
  if (text.startsWith('shellcheck')) return shellcheckPragma(text);
  if (text.startsWith('dclint')) return dclintPragma(text);
  if (/^dockerfile-utils:[ \t]*ignore$/.test(text))
    return { tool: 'dockerfile-utils', scope: 'next', names: undefined };
  return undefined;
}

/** `dockwright ignore`, `dockwright ignore=a, b remark`, `dockwright ignore-file=a -- remark`. */
function ownPragma(text: string): Pragma | undefined {
  const head = /^dockwright[ \t]+(ignore-file|ignore)(?![\w-])[ \t]*(=?)[ \t]*/.exec(text);
  if (head === null) return undefined;
  const scope = head[1] === 'ignore' ? 'next' : 'file';
  const rest = text.slice(head[0].length);
  if (head[2] === '=') {
    const names = nameList(rest);
    return names.length > 0 ? { tool: 'dockwright', scope, names } : undefined;
  }
  // Words behind a bare `ignore` are more likely names with the `=` forgotten than a wish to silence everything.
  return rest === '' || rest.startsWith('#') || rest.startsWith('--')
    ? { tool: 'dockwright', scope, names: undefined }
    : undefined;
}

function hadolintPragma(text: string): Pragma | undefined {
  const head = /^hadolint[ \t]+(?:(stage|global)[ \t]+)?ignore[ \t]*=[ \t]*/.exec(text);
  if (head === null) return undefined;
  const names = nameList(text.slice(head[0].length));
  return names.length > 0 ? { tool: 'hadolint', scope: hadolintScope(head[1]), names } : undefined;
}

/** Codes are made of D, L, S, C and digits only, and behind them there is nothing but a remark with its own sign. */
function exactHadolintPragma(text: string): Pragma | undefined {
  const parts =
    /^hadolint[ \t]+(?:(stage|global)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC\d]+(?:[ \t]*,[ \t]*[DLSC\d]+)*)[ \t]*(?:#|$)/.exec(
      text,
    );
  if (parts === null) return undefined;
  return { tool: 'hadolint', scope: hadolintScope(parts[1]), names: nameList(parts[2] ?? '') };
}

function hadolintScope(word: string | undefined): Pragma['scope'] {
  return word === 'stage' ? 'stage' : word === 'global' ? 'file' : 'next';
}

/** `shellcheck shell=sh disable=SC2086,SC3000-SC4000 # remark`. */
function shellcheckPragma(text: string): Pragma | undefined {
  const names: string[] = [];
  for (const word of text.split(/[ \t]+/).slice(1)) {
    if (word.startsWith('#')) break;
    if (!word.startsWith('disable=')) continue;
    for (const name of word.slice('disable='.length).split(',')) if (name !== '') names.push(name);
  }
  if (names.length === 0) return undefined;
  return { tool: 'shellcheck', scope: 'next', names: names.includes('all') ? undefined : names };
}

function dclintPragma(text: string): Pragma | undefined {
  const parts = /^dclint[ \t]+(disable-file|disable-line|disable)(?![\w-])(.*)$/.exec(text);
  if (parts === null) return undefined;
  const names = (parts[2] ?? '').split(/[ \t,]+/).filter((name) => name !== '');
  return {
    tool: 'dclint',
    scope: parts[1] === 'disable-line' ? 'line' : 'first line',
    names: parts[1] === 'disable-file' || names.length === 0 ? undefined : names,
  };
}

/** Names between commas; ends where a name is not followed by a comma, so a remark may stand behind. */
function nameList(text: string): string[] {
  const names: string[] = [];
  const one = /[ \t]*([\w./-]+)[ \t]*(,?)/y;
  for (let match = one.exec(text); match !== null; match = one.exec(text)) {
    names.push(match[1] ?? '');
    if (match[2] === '') break;
  }
  return names;
}
