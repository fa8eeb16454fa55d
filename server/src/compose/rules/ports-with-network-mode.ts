import { composeRule } from '../rule.ts';

export const portsWithNetworkMode = composeRule({
  id: 'ports-with-network-mode',
  summary: 'Ports are published only by services with a network of their own.',
  why: "With 'network_mode: host' or 'none' the engine ignores published ports; with another container's network it refuses them.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    network_mode: host\n    «ports»: ["80:80"]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    network_mode: host\n',
    },
    {
      bad: 'services:\n  vpn:\n    image: shop/vpn:1\n  web:\n    image: nginx:1.27\n    network_mode: service:vpn\n    «ports»: ["80:80"]\n',
      good: 'services:\n  vpn:\n    image: shop/vpn:1\n    ports: ["80:80"]\n  web:\n    image: nginx:1.27\n    network_mode: service:vpn\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const mode = service.text('network_mode')?.value ?? '';
      const ports = service.entry('ports');
      if (!ports || service.ports.length === 0) continue;
      const { at } = ports.key;
      if (mode === 'host') {
        report({ at, message: "With 'network_mode: host' ports are not published but simply open. Remove 'ports'." });
      } else if (mode === 'none') {
        report({ at, message: "With 'network_mode: none' nothing reaches the ports. Remove one of them." });
      } else if (mode.startsWith('service:') || mode.startsWith('container:')) {
        const owner = mode.slice(mode.indexOf(':') + 1);
        report({ at, message: `The network belongs to '${owner}'. Publish the ports there.` });
      }
    }
  },
});
