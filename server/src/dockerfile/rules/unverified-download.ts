import type { Command, Word } from '../../shell/command.ts';
import type { Script } from '../../shell/script.ts';
import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

const verifiers = [
  ...['sha256sum', 'sha512sum', 'sha384sum', 'sha224sum', 'sha1sum', 'md5sum', 'b2sum', 'shasum', 'rhash', 'cksum'],
  ...['gpg', 'gpgv', 'gpg2', 'cosign', 'minisign', 'signify', 'openssl', 'rpm', 'rpmkeys', 'slsa-verifier'],
];

const program =
  /\.(?:tar|tgz|tbz2?|txz|zip|7z|deb|rpm|apk|jar|war|whl|gem|exe|msi|bin|run|AppImage)$|\.tar\.(?:gz|bz2|xz|zst|lz4?)$|\.(?:gz|bz2|xz|zst)$/i;

export const unverifiedDownload = dockerfileRule({
  id: 'unverified-download',
  summary: 'Downloaded programs and archives are checked against a checksum or signature.',
  why: 'Without a check a build takes whatever the server sends: a changed release, a page with an error, or an attack.',
  category: 'security',
  severity: 'info',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'FROM alpine\nRUN curl -fsSLO «https://example.com/tool-1.2.tar.gz» && tar xf tool-1.2.tar.gz\n',
      good: 'FROM alpine\nRUN curl -fsSLO https://example.com/tool-1.2.tar.gz && echo "0123  tool-1.2.tar.gz" | sha256sum -c\n',
    },
    { bad: 'FROM alpine\nRUN wget -O /usr/local/bin/tool «https://example.com/tool»\n' },
  ],
  check({ model }, report) {
    const { executions } = model;
    for (const name of ['curl', 'wget']) {
      for (const { run, command } of executions.of(name)) {
        const url = command.ownArguments.find(({ text }) => /^(?:https?|ftp):\/\//.test(text));
        if (url === undefined || !isProgram(url, command) || isVerified(run.script)) continue;
        report({
          at: url.span,
          message: `Nothing checks what ${quote(name)} downloads here. Compare it with a checksum, or use 'ADD --checksum'.`,
        });
      }
    }
  },
});

function isProgram(url: Word, command: Command): boolean {
  const path = url.text.replace(/[?#].*$/, '').replace(/^"|"$/g, '');
  if (program.test(path)) return true;
  return command.ownArguments.some(({ text }) =>
    /^(?:-o|-O|--output=|--output-document=)?\/(?:usr\/)?(?:local\/)?s?bin\//.test(text),
  );
}

function isVerified(script: Script): boolean {
  return script.runs(...verifiers);
}
