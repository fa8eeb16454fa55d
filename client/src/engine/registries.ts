/** Questions to image registries, asked without an account. */

/** The HTTP client; injected because it is the network. */
export type Fetch = (
  url: string,
  options: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<Response>;

/**
 * Tags of a repository such as `node`, `ghcr.io/owner/name` or `localhost:5000/name`, in the registry's order; at most
 * 1000. `undefined` when the registry does not tell. Does not throw.
 */
export async function registryTags(
  repository: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const { host, path } = locate(repository);
  const url = `${isLocal(host) ? 'http' : 'https'}://${host}/v2/${path}/tags/list?n=1000`;
  try {
    let answer = await fetch(url, { headers: {}, signal });
    if (answer.status === 401) {
      const token = await anonymousToken(answer.headers.get('www-authenticate') ?? '', fetch, signal);
      if (token === undefined) return undefined;
      answer = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
    }
    if (!answer.ok) return undefined;
    const body: unknown = await answer.json();
    const tags: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'tags') : undefined;
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : undefined;
  } catch {
    return undefined;
  }
}

/** Docker Hub is what a name without a host means; its own images live under `library/`. */
function locate(repository: string): { host: string; path: string } {
  const [first = '', ...rest] = repository.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  if (!isHost) return { host: 'registry-1.docker.io', path: rest.length === 0 ? `library/${first}` : repository };
  const path = rest.join('/');
  if (first !== 'docker.io' && first !== 'index.docker.io') return { host: first, path };
  return { host: 'registry-1.docker.io', path: rest.length === 1 ? `library/${path}` : path };
}

/** The engine, too, speaks without TLS only to registries of its own machine. */
function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
}

async function anonymousToken(challenge: string, fetch: Fetch, signal: AbortSignal): Promise<string | undefined> {
  const field = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = field('realm');
  if (!/^bearer /i.test(challenge) || realm === undefined) return undefined;
  const url = new URL(realm);
  for (const name of ['service', 'scope']) {
    const value = field(name);
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const answer = await fetch(url.href, { headers: {}, signal });
  if (!answer.ok) return undefined;
  const body: unknown = await answer.json();
  const fields = typeof body === 'object' && body !== null ? body : {};
  const token: unknown = Reflect.get(fields, 'token') ?? Reflect.get(fields, 'access_token');
  return typeof token === 'string' ? token : undefined;
}
