import { composeRule } from '../rule.ts';

const socket = /(?:^|\/)(?:docker|podman|containerd)\.sock$/;

export const engineSocketMount = composeRule({
  id: 'engine-socket-mount',
  summary: "The engine's socket should not be mounted into containers.",
  why: 'Whoever can talk to the socket can start a privileged container and so owns the host; a read-only mount does not help.',
  category: 'security',
  severity: 'warning',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  proxy:\n    image: traefik:v3.1\n    volumes:\n      - «/var/run/docker.sock»:/var/run/docker.sock:ro\n',
      good: 'services:\n  proxy:\n    image: traefik:v3.1\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { source, type } of service.volumes) {
        if (type !== 'bind' || !source || !socket.test(source.text)) continue;
        report({
          at: source.at,
          message: "The engine's socket gives the container control of the host. Use a socket proxy.",
        });
      }
    }
  },
});
