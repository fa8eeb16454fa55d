import assert from 'node:assert/strict';
import { type Fetch, registryTags } from './registries.ts';

const signal = new AbortController().signal;

function registry(answers: Readonly<Record<string, () => Response>>) {
  const asked: string[] = [];
  const fetch: Fetch = async (url, { headers }) => {
    asked.push(`${url}${headers.authorization ? ` ${headers.authorization}` : ''}`);
    const answer = answers[asked.at(-1) ?? ''];
    if (!answer) throw new Error('no such host');
    return answer();
  };
  return { fetch, asked };
}

const tags =
  (...names: string[]) =>
  () =>
    Response.json({ name: 'x', tags: names });

describe('registryTags', () => {
  it('gets an anonymous token where the registry wants one', async () => {
    const challenge =
      'Bearer realm="https://auth.example/token",service="registry.example",scope="repository:library/nginx:pull"';
    const url = 'https://registry-1.docker.io/v2/library/nginx/tags/list?n=1000';
    const { fetch } = registry({
      [url]: () => new Response('', { status: 401, headers: { 'www-authenticate': challenge } }),
      'https://auth.example/token?service=registry.example&scope=repository%3Alibrary%2Fnginx%3Apull': () =>
        Response.json({ token: 'T' }),
      [`${url} Bearer T`]: tags('1.27', 'alpine'),
    });
    assert.deepEqual(await registryTags('nginx', fetch, signal), ['1.27', 'alpine']);
  });

  const places: readonly [string, string][] = [
    ['docker.io/nginx', 'https://registry-1.docker.io/v2/library/nginx'],
    ['owner/name', 'https://registry-1.docker.io/v2/owner/name'],
    ['ghcr.io/a/b/c', 'https://ghcr.io/v2/a/b/c'],
    ['localhost:5000/a', 'http://localhost:5000/v2/a'],
    ['127.0.0.1/a', 'http://127.0.0.1/v2/a'],
  ];
  for (const [repository, url] of places) {
    it(`finds ${repository}`, async () => {
      const { fetch } = registry({ [`${url}/tags/list?n=1000`]: tags('x') });
      assert.deepEqual(await registryTags(repository, fetch, signal), ['x']);
    });
  }

  it('does not tell what it does not know', async () => {
    const url = 'https://ghcr.io/v2/a/b/tags/list?n=1000';
    assert.equal(await registryTags('ghcr.io/a/b', registry({}).fetch, signal), undefined);
    for (const answer of [
      new Response('', { status: 404 }),
      new Response('', { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }),
      new Response('not JSON'),
      Response.json({ tags: null }),
    ]) {
      assert.equal(await registryTags('ghcr.io/a/b', registry({ [url]: () => answer }).fetch, signal), undefined);
    }
  });
});
