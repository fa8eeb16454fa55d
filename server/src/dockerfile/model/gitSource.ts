/** Query keys of a Git URL in ADD; those of `booleans` may stand without a value. */
const valued = ['ref', 'tag', 'branch', 'subdir', 'checksum', 'commit', 'mtime'];
const booleans = ['keep-git-dir', 'submodules', 'fetch-by-commit'];

export const gitQueryKeys: readonly string[] = [...valued, ...booleans];

export interface GitQueryProblem {
  readonly message: string;
  /** The key that is not known, for a suggestion. */
  readonly unknown?: string;
  readonly start: number;
  readonly end: number;
}

export interface GitQuery {
  readonly options: ReadonlyMap<string, string>;
  readonly problem: GitQueryProblem | undefined;
}

/** Reads the query of a Git source of ADD (`https://host/repo.git?tag=v1&subdir=x`). */
export function parseGitQuery(url: string): GitQuery {
  const options = new Map<string, string>();
  const hash = url.indexOf('#');
  const end = hash === -1 ? url.length : hash;
  const mark = url.indexOf('?');
  if (mark === -1 || mark > end || !/^[A-Za-z]+:\/\//.test(url)) return { options, problem: undefined };
  let index = mark + 1;
  while (index <= end && mark + 1 < end) {
    const next = url.indexOf('&', index);
    const stop = next === -1 || next > end ? end : next;
    const found = readOption(url, index, stop, options);
    if (found !== undefined) return { options, problem: found };
    index = stop + 1;
  }
  return { options, problem: contradiction(options, hash === -1 ? '' : url.slice(hash + 1), mark, end) };
}

function readOption(
  url: string,
  start: number,
  end: number,
  options: Map<string, string>,
): GitQueryProblem | undefined {
  const text = url.slice(start, end);
  if (text === '') return undefined;
  const equals = text.indexOf('=');
  const name = equals === -1 ? text : text.slice(0, equals);
  const value = equals === -1 ? '' : text.slice(equals + 1);
  const nameEnd = start + name.length;
  if (!gitQueryKeys.includes(name)) {
    return { message: `A Git source has no option '${name}'.`, unknown: name, start, end: nameEnd };
  }
  const key = name === 'commit' ? 'checksum' : name;
  if (options.has(key)) return { message: `'${name}' is given twice. Keep one of them.`, start, end };
  if (booleans.includes(name)) {
    if (value !== '' && !/^(?:1|t|true|0|f|false)$/i.test(value)) {
      return { message: `'${value}' is no boolean. Write 'true' or 'false'.`, start: nameEnd + 1, end };
    }
  } else if (value === '') {
    return { message: `'${name}' needs a value. Write '${name}=…', or leave it out.`, start, end };
  } else if (name === 'mtime' && value !== 'checkout' && value !== 'commit') {
    return { message: `'${value}' is no value of 'mtime'. Use 'checkout' or 'commit'.`, start: nameEnd + 1, end };
  }
  options.set(key, value);
  return undefined;
}

function contradiction(
  options: ReadonlyMap<string, string>,
  fragment: string,
  mark: number,
  end: number,
): GitQueryProblem | undefined {
  const tag = options.get('tag');
  const branch = options.get('branch');
  const [fragmentRef = '', fragmentFolder = ''] = fragment.split(':');
  const ref = options.get('ref');
  const folder = options.get('subdir');
  const clash =
    tag !== undefined && branch !== undefined
      ? "'tag' and 'branch'"
      : ref !== undefined && fragmentRef !== '' && ref !== fragmentRef
        ? "'ref' and the fragment"
        : folder !== undefined && fragmentFolder !== '' && folder !== fragmentFolder
          ? "'subdir' and the fragment"
          : undefined;
  if (clash === undefined) return undefined;
  return {
    message: `${clash[0]?.toUpperCase() ?? ''}${clash.slice(1)} of this Git source contradict each other. Keep one of them.`,
    start: mark + 1,
    end,
  };
}
