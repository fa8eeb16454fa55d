import { quote } from '../../text/quote.ts';
import { layersOfImage } from '../model/layers.ts';
import { localSources } from '../model/sources.ts';
import { dockerfileRule } from '../rule.ts';

/** Files that hold nothing but secrets, by name or by the end of their path. */
const secretFile =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|_netrc|\.pypirc|\.git-credentials|\.pgpass|\.env(?:\.(?:local|prod|production|secrets?))?|\.aws\/credentials|\.docker\/config\.json|\.kube\/config|kubeconfig|\.ssh)$|\.(?:p12|pfx|ppk)$/;

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
      bad: 'FROM python:3.13\nCOPY requirements.txt «.netrc» ./\nRUN pip install -r requirements.txt\n',
      good: 'FROM python:3.13\nCOPY requirements.txt ./\nRUN --mount=type=secret,id=netrc,target=/root/.netrc pip install -r requirements.txt\n',
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
