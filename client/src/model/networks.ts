import type { Attachment, Container } from '../engine/containers.ts';
import type { Network } from '../engine/networks.ts';

/** Whether the engine made the network itself; such a one cannot be removed. */
export function isBuiltIn(network: Network): boolean {
  return ['bridge', 'host', 'none', 'podman', 'nat', 'ingress', 'docker_gwbridge'].includes(network.name);
}

/** The containers, running or not, that are in a network, with their address in it. */
export function membersOfNetwork(
  containers: Iterable<Container>,
  network: Network,
): readonly { readonly container: Container; readonly address: string | undefined }[] {
  return [...containers].flatMap((container) => {
    const place = container.networks.find((each) =>
      isNamedOnly(each) ? each.network === network.name || isDefault(each, network) : each.networkId === network.id,
    );
    return place ? [{ container, address: place.address }] : [];
  });
}

/** A container that was never started knows only the name of its network, and Podman never tells more. */
function isNamedOnly({ network, networkId }: Attachment): boolean {
  return networkId === '' || networkId === network;
}

/** Podman lists its default network under Docker's name for it. */
function isDefault({ network }: Attachment, { name }: Network): boolean {
  return network === 'podman' && name === 'bridge';
}
