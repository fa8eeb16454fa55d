/**
 * Where a COPY or ADD source that is not in the build context comes from: Git when it is an http(s) URL whose path ends
 * in `.git`, an ssh or git URL, or `user@host:path`; HTTP for the other http(s) URLs (BuildKit). `undefined`: a path.
 */
export function remoteSource(text: string): 'git' | 'http' | undefined {
  if (text.startsWith('./') || text.startsWith('../')) return undefined;
  if (/^https?:\/\//i.test(text)) {
    const path = text.replace(/[?#].*$/s, '');
    return path.endsWith('.git') ? 'git' : 'http';
  }
  if (/^(?:ssh|git):\/\//i.test(text)) return 'git';
  if (/^[A-Za-z0-9_-]+@[A-Za-z0-9.-]+:/.test(text)) return 'git';
  return undefined;
}
