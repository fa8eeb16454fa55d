import { quote } from '../../text/quote.ts';
import { layersOfImage } from '../model/layers.ts';
import { localSources } from '../model/sources.ts';
import { dockerfileRule } from '../rule.ts';

/** Files that hold nothing but secrets, by name or by the end of their path. */
const secretFile =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|_netrc|\.pypirc|\.npmrc|\.yarnrc\.yml|\.git-credentials|\.pgpass|\.htpasswd|\.env(?:\.(?:local|prod|production|secret|secrets))?|\.aws\/credentials|\.docker\/config\.json|\.kube\/config|kubeconfig|\.ssh)$|\.(?:p12|pfx|jks|keystore|ppk)$/;

export const secretFileCopied = dockerfileRule({
  id: 'secret-file-copied',
  summary: 'Files with secrets are not copied into the image.',
  why: 'Whoever has the image can read them, even when a later layer deletes them.',
  category: 'security',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM node:24\nCOPY package.json «.npmrc» ./\nRUN npm ci\n',
      good: 'FROM node:24\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n',
    },
    { bad: 'FROM alpine\nCOPY «keys/id_rsa» /root/.ssh/\n', good: 'FROM alpine\nCOPY keys/id_rsa.pub /root/.ssh/\n' },
  ],
  check({ model }, report) {
    const stages = layersOfImage(model);
    for (const { path, source, instruction } of localSources(model)) {
      if (!secretFile.test(path) || instruction.stage === undefined || !stages.has(instruction.stage)) continue;
      report({
        at: source.span,
        message: `${quote(source.text)} usually holds secrets, and whoever has the image can read it. Use 'RUN --mount=type=secret', or give it to the container when it starts.`,
      });
    }
  },
});
