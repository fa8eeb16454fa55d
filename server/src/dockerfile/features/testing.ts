import type { Range } from 'vscode-languageserver-types';
import type { Entry, Host } from '../../host.ts';
import { emptyHost } from '../../host.ts';
import { defaultFeatureSettings, type FeatureContext, type FeatureSettings } from '../../language.ts';
import { type DockerfileFile, dockerfileFile } from '../model/file.ts';

/** Where the files of tests lie. */
export const testUri = 'file:///project/Dockerfile';

/** A file with its cursor, which `‸` marks. */
export function atCursor(marked: string): { readonly file: DockerfileFile; readonly offset: number } {
  const offset = marked.indexOf('‸');
  if (offset === -1) throw new Error(`no cursor in ${JSON.stringify(marked)}`);
  return { file: dockerfileFile(testUri, marked.slice(0, offset) + marked.slice(offset + 1)), offset };
}

export function testFile(text: string): DockerfileFile {
  return dockerfileFile(testUri, text);
}

/** The text of a file with «» around ranges that do not overlap. */
export function withMarks({ text, lines }: DockerfileFile, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(({ start, end }) => [
    { at: lines.offset(start), mark: '«' },
    { at: lines.offset(end), mark: '»' },
  ]);
  marks.sort((a, b) => a.at - b.at || (a.mark === '»' ? -1 : 1));
  let result = '';
  let from = 0;
  for (const { at, mark } of marks) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}

export interface TestContext {
  readonly host?: Partial<Host>;
  readonly settings?: Partial<FeatureSettings>;
  readonly snippets?: boolean;
}

export function context({ host, settings, snippets = true }: TestContext = {}): FeatureContext {
  return {
    host: { ...emptyHost, ...host },
    settings: { ...defaultFeatureSettings, ...settings },
    snippets,
  };
}

/** A host with files by path below `file:///`, given with their text. */
export function hostWith(files: Readonly<Record<string, string>>): Host {
  return {
    ...emptyHost,
    readFile: async (uri) => files[decodeURIComponent(uri.replace('file:///', ''))],
    list: async (uri) => {
      const folder = decodeURIComponent(uri.replace('file:///', ''));
      const entries = new Map<string, Entry>();
      for (const path of Object.keys(files)) {
        if (folder !== '' && !path.startsWith(`${folder}/`)) continue;
        const [name = '', ...below] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
        entries.set(name, { name, isDirectory: below.length > 0 });
      }
      return entries.size === 0 ? undefined : [...entries.values()];
    },
  };
}

/** Files that use much of the language, for tests that go over every offset or every prefix. */
export const samples: readonly string[] = [
  `# syntax=docker/dockerfile:1
# check=skip=StageNameCasing;error=true
# escape=\\

ARG VERSION=1.2
ARG BASE=alpine:\${VERSION:-3} OTHER="a b"
# build compiles
FROM --platform=$BUILDPLATFORM golang:\${VERSION} AS build
ARG VERSION TARGETARCH
ENV A=1 B="two words" C='$A' D=\${A:+x}
WORKDIR /src
# region dependencies
COPY --link go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod,sharing=locked \\
    --mount=type=secret,id=token \\
    # a comment inside
    set -eux; \\

    if [ "$TARGETARCH" = amd64 ]; then \\
        echo "$A \${VERSION#1} $(date -u)" > /out; \\
    fi && for f in *.go; do go vet "$f" || exit 1; done
# endregion
RUN <<EOF
set -e
echo "$VERSION" | tee /v # note
EOF
COPY <<-"ONE" <<TWO /etc/
	literal $A
	ONE
expanded $A
TWO

FROM \${BASE} AS Final
USER nobody:nogroup
COPY --from=build --chown=1:1 /out ./
COPY --from=0 ["/a b", "/c d"]
ADD --checksum=sha256:abc https://example.com/a.git#v1:sub /x/
EXPOSE 80 8000-8010/udp $A
HEALTHCHECK --interval=5s --retries=3 CMD curl -f http://localhost/ || exit 1
STOPSIGNAL SIGQUIT
VOLUME ["/data", "/x"]
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
ONBUILD RUN echo \${A}
ONBUILD COPY --from=build a b
LABEL org.opencontainers.image.title="x" \\
      other=1
MAINTAINER me
RUN --mount=from=BUILD,source=/out,target=/o cat /o
CMD ["sh", "-c", "echo $A"]
ENTRYPOINT exec app "$@"
`,
  '# escape=`\r\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\r\nSHELL ["powershell", "-Command"]\r\nENV A=b\r\nRUN Write-Host $env:A; `\r\n    dir C:\\\r\nWORKDIR C:\\app\r\nCOPY a.txt `\r\n  b.txt C:\\x\\\r\n',
  'from alpine as a\nrun echo \\\n  "open\n  quote" \\\n\n\n  && x\nFOO bar\nrun <<A cat <<B\na\nA\nb\nB\ncopy --from=a \\\n',
];

/** Beginnings of the samples, as they are while somebody types; a step that shares no factor with the length of lines. */
export const halfTyped: readonly string[] = samples.flatMap((sample) =>
  Array.from({ length: Math.ceil(sample.length / 7) }, (_, index) => sample.slice(0, index * 7)),
);
