import type { ImageReference } from './reference.ts';

/** The page for people that a registry has on an image; `undefined` for registries without such pages. */
export function imagePage(image: ImageReference): string | undefined {
  if (image.error !== undefined || image.isScratch) return undefined;
  const slash = image.canonicalName.indexOf('/');
  const host = image.canonicalName.slice(0, slash);
  const path = image.canonicalName.slice(slash + 1);
  if (slash === -1 || path.includes('$') || host.includes('$')) return undefined;
  const parts = path.split('/');
  switch (host) {
    case 'docker.io':
      if (parts.length !== 2) return undefined;
      return path.startsWith('library/')
        ? `https://hub.docker.com/_/${path.slice('library/'.length)}`
        : `https://hub.docker.com/r/${path}`;
    case 'mcr.microsoft.com':
      return `https://mcr.microsoft.com/artifact/mar/${path}/about`;
    case 'ghcr.io':
    case 'gcr.io':
      return `https://${host}/${path}`;
    case 'quay.io':
      return `https://quay.io/repository/${path}`;
    case 'public.ecr.aws':
      return `https://gallery.ecr.aws/${path}`;
    case 'cgr.dev':
      return parts[0] === 'chainguard' && parts.length === 2
        ? `https://images.chainguard.dev/directory/image/${parts[1]}/overview`
        : undefined;
    default:
      return undefined;
  }
}
