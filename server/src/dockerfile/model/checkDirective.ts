/** What `# check=…` asks for. */
export interface CheckOptions {
  readonly skip: readonly string[];
  readonly experimental: readonly string[];
  readonly error: boolean;
}

const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

/**
 * Reads the value of a `check` directive: parts separated by `;`, only up to the first space (BuildKit). Answers what is
 * wrong with it as text when it is malformed, which fails a build for the whole file and is ignored before an instruction.
 */
export function parseCheck(value: string): CheckOptions | string {
  const options = { skip: [] as string[], experimental: [] as string[], error: false };
  const space = value.indexOf(' ');
  const parts = (space === -1 ? value : value.slice(0, space)).split(';');
  if (parts.length > 3)
    return `'${value}' has more than three parts. Use 'skip', 'experimental' and 'error' once each.`;
  for (const part of parts) {
    const equals = part.indexOf('=');
    const key = (equals === -1 ? part : part.slice(0, equals)).trim();
    const text = equals === -1 ? undefined : part.slice(equals + 1).trim();
    if (text === undefined || !['skip', 'experimental', 'error'].includes(key)) {
      return `'${part}' is no check option. Write 'skip=RULE', 'experimental=RULE' or 'error=true'.`;
    }
    if (key === 'error') {
      if (!TRUE.includes(text) && !FALSE.includes(text))
        return `'${text}' is no boolean. Write 'error=true' or 'error=false'.`;
      options.error = TRUE.includes(text);
      continue;
    }
    const names = text.split(',').map((name) => name.trim());
    if (key === 'skip') options.skip = names;
    else options.experimental = names;
  }
  return options;
}
