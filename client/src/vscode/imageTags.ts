import { workspace } from 'vscode';
import { type LocalImage, localTags } from '../model/localImages.ts';
import { registryLookup } from '../settings.ts';

/** Milliseconds for which a registry's answer counts. */
const freshFor = 10 * 60_000;
/** Milliseconds that a registry gets, because somebody is waiting with half a name typed. */
const patience = 3_000;

/** A function that answers the tags of a repository: local ones first, then a registry's if the user turned that on. */
export function imageTags(
  images: () => Promise<readonly LocalImage[] | undefined>,
): (repository: string) => Promise<readonly string[] | undefined> {
  const remembered = new Map<
    string,
    { readonly until: number; readonly tags: Promise<readonly string[] | undefined> }
  >();
  const fromRegistry = async (repository: string) => {
    const known = remembered.get(repository);
    if (known && known.until > Date.now()) return known.tags;
    const { registryTags } = await import('../engine/registries.ts');
    const tags = registryTags(repository, fetch, AbortSignal.timeout(patience));
    remembered.set(repository, { until: Date.now() + freshFor, tags });
    // A failure is not remembered.
    void tags.then((answer) => answer ?? remembered.delete(repository));
    return tags;
  };
  return async (repository) => {
    const isAllowed = workspace.getConfiguration().get<boolean>(registryLookup, false);
    const [local, remote] = await Promise.all([images(), isAllowed ? fromRegistry(repository) : undefined]);
    if (!local && !remote) return undefined;
    return [...new Set([...localTags(local ?? [], repository), ...(remote ?? [])])];
  };
}
