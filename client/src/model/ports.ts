import type { Container, Port } from '../engine/containers.ts';

/** Ports that are published on the engine's machine, each once although it listens on IPv4 and IPv6. */
export function publishedPorts(container: Container): readonly Port[] {
  return distinctPorts(container)
    .filter((port) => port.publicPort !== undefined)
    .sort((a, b) => (a.publicPort ?? 0) - (b.publicPort ?? 0));
}

/** All ports, published or only exposed, each once. */
export function distinctPorts(container: Container): Port[] {
  const texts = container.ports.map(portText);
  return container.ports.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

/** `8080→80`, `53/udp`. */
export function portText(port: Port): string {
  const inside = port.protocol === 'tcp' ? String(port.privatePort) : `${port.privatePort}/${port.protocol}`;
  return port.publicPort === undefined ? inside : `${port.publicPort}→${inside}`;
}
