import type { Port } from '../engine/containers.ts';
import type { Endpoint } from '../engine/endpoint.ts';
import { portText, publishedPorts } from '../model/ports.ts';
import { command } from './command.ts';

export const openInBrowser = command({
  id: 'containers.openInBrowser',
  title: 'Open in Browser',
  icon: 'globe',
  on: 'container',
  when: ['running'],
  flag: 'published',
  group: '2_look',
  single: true,
  async run({ engine, ui }, [container]) {
    const ports = container ? publishedPorts(container).filter((port) => port.protocol === 'tcp') : [];
    const [first, ...more] = ports.map((port) => ({
      label: portText(port),
      description: address(port, engine.endpoint),
      value: address(port, engine.endpoint),
    }));
    if (!first) return ui.showInformation('This container publishes no TCP port.');
    const picked = more.length === 0 ? first.value : await ui.pick([first, ...more], { title: 'Open in Browser' });
    if (picked !== undefined) await ui.openExternal(picked);
  },
});

/** Where a published port is found from here. */
function address(port: Port, endpoint: Endpoint): string {
  const scheme = [443, 8443, 9443].includes(port.privatePort) ? 'https' : 'http';
  const anywhere = port.address === undefined || port.address === '0.0.0.0' || port.address === '::';
  const bound = port.address?.includes(':') ? `[${port.address}]` : (port.address ?? '');
  const host = endpoint.transport.kind === 'socket' ? 'localhost' : endpoint.transport.host;
  return `${scheme}://${anywhere || bound === '127.0.0.1' ? host : bound}:${port.publicPort}`;
}
