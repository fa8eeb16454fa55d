/** The languages that are linted; everything else is left alone. */
export type LanguageId = 'dockerfile' | 'compose' | 'dockerignore';

export const languageIds: readonly LanguageId[] = ['dockerfile', 'compose', 'dockerignore'];

/** Language ids of editors that leave no doubt. `yaml`, `ignore` and `plaintext` leave it to the name of the file. */
const BY_EDITOR: Readonly<Record<string, LanguageId>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  dockercompose: 'compose',
  dockerignore: 'dockerignore',
};

/** Names by language. */
export const namePatterns: Readonly<Record<LanguageId, RegExp>> = {
  dockerignore: /^(?:.*\.)?(?:docker|container)ignore$/i,
  dockerfile: /^(?:(?:docker|container)file(?:[._-].+)?|.+\.(?:docker|container)file)$/i,
  compose: /^(?:docker-|podman-)?compose(?!r)[^/]*\.ya?ml$/i,
};
/** `Dockerfile.md` describes one, `Dockerfile.j2` becomes one. */
export const notADockerfile =
  /\.(?:md|markdown|rst|adoc|txt|html?|pdf|ya?ml|json|toml|lock|log|patch|diff|j2|jinja2?|tmpl|tpl|template|erb|mustache|hbs|ejs|in|bak|orig|rej|swp|swo|tmp|zip|gz|png|svg|sha256|asc|sig)$|~$/i;

/**
 * Decides the language of a file by what the editor says, else by its name. Names: `Dockerfile`, `Dockerfile.dev`,
 * `dev.dockerfile`, `Containerfile`, `compose.yaml`, `docker-compose.override.yml`, `.dockerignore`,
 * `Dockerfile.dockerignore` and the like, in any case.
 * @param uriOrPath a URI, or a path with `/` or `\`
 */
export function languageIdOf(uriOrPath: string, editorId?: string): LanguageId | undefined {
  const known = editorId === undefined ? undefined : BY_EDITOR[editorId.toLowerCase()];
  if (known !== undefined) return known;
  const path = uriOrPath.replace(/[?#].*$/, (rest) => (uriOrPath.includes('://') ? '' : rest));
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (namePatterns.dockerignore.test(name)) return 'dockerignore';
  if (namePatterns.compose.test(name)) return 'compose';
  if (namePatterns.dockerfile.test(name) && !notADockerfile.test(name)) return 'dockerfile';
  return undefined;
}
