import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mark, unmark } from '../../lint/testing.ts';
import { dockerfileFile } from '../model/file.ts';
import { errorFacts, errors } from './index.ts';

/** Puts snippets without FROM behind one; those that begin with a comment or something else of their own stay as they are. */
function complete(text: string): string {
  return /^\s*FROM/im.test(text) || /^(?:\s*#|\/\/|\{|\uFEFF|$)/.test(text) ? text : `FROM scratch\n${text}`;
}

function found(text: string) {
  return [...errors(dockerfileFile('file:///Dockerfile', text))].sort((a, b) => a.at.start - b.at.start);
}

const HASH = 'a'.repeat(64);
const EOF = 'x\nEOF\n';

/** Files that BuildKit builds. */
const valid: Record<string, readonly string[]> = {
  directives: [
    '# escape=`\nFROM a\n',
    '# syntax=docker/dockerfile:1\n# escape=`\n# check=skip=all;error=true\nFROM a',
    '\uFEFF# escape=`\r\nFROM a\r\n',
    '  # escape=`\nFROM a',
    '#!/bin/x\n# escape=`\n# escape=`\nFROM a',
    '# note\n# escape=x\n# escape=y\nFROM a',
    '\n# escape=x\nFROM a',
    '# escape=\n# escape=x\nFROM a',
    '# check=skip=A, B remark;x\nFROM a',
    '# check=error=T;skip=A;experimental=all\nFROM a',
    '# check=skip=A;skip=B;skip=C;what\nFROM a',
    'FROM a\n# check=nonsense\nRUN x',
    '  # check=nonsense\nFROM a',
  ],
  lines: [
    'RUN a \\',
    'RUN a \\\\\nRUN b',
    'RU\\\nN x',
    '\\\nRUN a',
    'RUN a \\\n\n# note\n  b\n',
    'LABEL a=b\\\nc=d',
    'EXPOSE 80\\\n80',
    'run a\nRun b\nrUN c',
    `RUN ${'x'.repeat(65_531)}`,
  ],
  flags: [
    'ARG --foo A',
    'STOPSIGNAL --foo 9',
    'HEALTHCHECK --foo NONE',
    'RUN -- --x',
    'WORKDIR -- /x',
    'CMD -x',
    'COPY --link a b',
    'COPY --link=TRUE a b',
    'COPY --link=false a b',
    'COPY --chown= a b',
    'COPY --from= a b',
    'COPY --exclude=a --exclude=b a b',
    'COPY --parents --from=x a b',
    'ADD --unpack=true --keep-git-dir --link a b',
    'RUN --mount=target=/a --mount=target=/b x',
    'RUN --network=none --security=insecure --device=a --device=b x',
    'FROM --platform= a',
    'FROM --platform="linux/amd64" a',
    'COPY --ch\\\nmod=644 a b',
  ],
  'exec form': [
    'CMD []',
    'ENTRYPOINT []',
    'RUN []',
    'RUN ""',
    'RUN',
    'CMD',
    'ENTRYPOINT',
    "CMD ['a']",
    'CMD ["a",]',
    'CMD ["a"] b',
    'CMD ["a\tb"]',
    'HEALTHCHECK CMD [""]',
    'COPY ["a", "b"]',
    'VOLUME ["/a"]',
    'VOLUME [/a]',
    'LABEL a=[1]',
  ],
  heredocs: [
    `RUN <<EOF\n${EOF}`,
    `RUN <<-EOF\n\t\tx\n\tEOF`,
    `RUN cat 3<< EOF\n${EOF}`,
    `COPY <<a <<b /x/\n1\na\n2\nb\n`,
    `COPY <<EOF <<EOF /x/\n${EOF}${EOF}`,
    `ADD <<"EOF" /x\n$\{bad\nEOF`,
    `COPY <<EOF /x\nit's "$PATH" \\$x\nEOF`,
    `ONBUILD COPY <<EOF /x\n${EOF}`,
    'RUN cat<<EOF',
    'RUN cat <<<"x"',
    'RUN echo $((1<<3))',
    'CMD <<EOF',
    'RUN ["a", "<<EOF"]',
    `# escape=\`\nFROM a\nCOPY <<\\EOF /x\nx\nEOF`,
  ],
  FROM: [
    'FROM a',
    'FROM scratch AS x',
    'FROM a as B-c_d.9',
    'FROM "alpine"',
    "FROM 'alpine':3",
    `FROM a:b@sha256:${HASH}`,
    'FROM localhost:5000/a/b__c--d.e:T_a.g-1',
    'ARG X=a\nFROM $X',
    'ARG X\nFROM $X',
    'ARG X\nFROM ${X:-a}',
    'ARG V=3\nARG I=alpine:$V\nFROM $I',
    'FROM ${X:-a}',
    'FROM --platform=$BUILDPLATFORM a',
    'FROM --platform=$TARGETSTAGE a',
    'FROM --platform=linux a',
    'FROM --platform=amd64 a',
    'FROM --platform=armhf a',
    'FROM --platform=windows(10.0.17763)/amd64 a',
    'FROM --platform=any/thing/goes a',
    'FROM a AS b\nFROM b',
    'FROM a AS Base\nFROM base',
    'FROM a AS x\nFROM b AS x\nFROM x',
    'FROM 0',
  ],
  'ARG and ENV': [
    'ARG A',
    'ARG A=b C D="e f"',
    "ARG A'b",
    'ARG A=1 B=$A\nFROM x:$B',
    'ENV A b c',
    'ENV A = b',
    'ENV A=b C="d e" F=g\\ h',
    'ENV A=',
    'ENV A "b"',
    'ENV A=b\\',
    'LABEL a.b/c=d "e f"=g',
    'LABEL ""=x',
  ],
  'one value': [
    'FROM --platform=windows a\nWORKDIR C:/x\nWORKDIR /y\nWORKDIR z',
    'WORKDIR D:/x',
    'USER a b',
    'WORKDIR a b',
    'WORKDIR "/a b"',
    'USER ""',
    'USER $NONE',
    'MAINTAINER a "b',
    'STOPSIGNAL sigKill',
  ],
  EXPOSE: [
    'EXPOSE 80 443/tcp 53/UDP 1/sctp',
    'EXPOSE 8000-8010 0 65535',
    'EXPOSE 8080:80 127.0.0.1:8080:80/tcp',
    'EXPOSE +80',
    'EXPOSE 80/',
    'EXPOSE "80"',
    'EXPOSE "" "$NONE"',
    'ENV P="80 81"\nEXPOSE $P',
    'EXPOSE $NONE',
    'ARG P\nEXPOSE $P',
    'FROM a\nEXPOSE $PORT',
  ],
  STOPSIGNAL: [
    'STOPSIGNAL 9',
    'STOPSIGNAL -1',
    'STOPSIGNAL RTMIN+3',
    'ENV S=TERM\nSTOPSIGNAL SIG$S',
    'ARG S\nSTOPSIGNAL $S',
  ],
  HEALTHCHECK: [
    'HEALTHCHECK NONE',
    'HEALTHCHECK none',
    'HEALTHCHECK cmd true',
    'HEALTHCHECK NONE []',
    'HEALTHCHECK --interval=1h30m --timeout=.5s --start-period=0 --start-interval=5.s --retries=0 CMD true',
    'HEALTHCHECK --interval= --retries= CMD true',
    'HEALTHCHECK --interval=0s --timeout=-0s --retries=+5 CMD true',
    'HEALTHCHECK --interval=1ms CMD true',
    'HEALTHCHECK CMD ${bad',
  ],
  ONBUILD: [
    'ONBUILD RUN x',
    'ONBUILD NONSENSE',
    'ONBUILD COPY a',
    'ONBUILD COPY --bad a b',
    'ONBUILD EXPOSE x',
    'ONBUILD HEALTHCHECK x',
    'ONBUILD ENV A=${',
  ],
  mounts: [
    'FROM a\nRUN --mount=target=/x y',
    'FROM a\nRUN --mount=type=bind y',
    'RUN --mount=type=bind,target=/a/.. y',
    'FROM a\nRUN --mount=type=cache,target=x y',
    'WORKDIR /w\nRUN --mount=type=cache y',
    'RUN --mount=TYPE=Cache,DST=/c,ID=a,Sharing=LOCKED,mode=0755,uid=1,gid=2,ro=false y',
    'RUN --mount=type=tmpfs,target=/t,size=64m y',
    'RUN --mount=type=tmpfs,target=/t,size=1.5GiB y',
    'RUN --mount=type=secret,id=a,env=A,required y',
    'RUN --mount=type=secret,src=a,required=true,mode=0400 y',
    'RUN --mount=type=secret,target=/run/a y',
    'RUN --mount=type=ssh y',
    'RUN --mount=type=ssh,id=a,target=/s,required=0 y',
    `RUN --mount='type=bind,"target=/a,b"' y`,
    'RUN --mount=type=bind,from=a:b,source=/x,target=/y,rw y',
    'RUN --mount=from=0,target=/y y',
    'RUN --mount=from=x,target=/y y',
    'ARG T\nFROM scratch\nARG T\nRUN --mount=type=$T,target=/x,sharing=locked y',
    'ENV D=/c\nRUN --mount=type=cache,target=$D y',
    'RUN --mount=type=cache,target=/a,env=X y',
    'RUN --mount=type=bind,target=/a,id=X y',
    'RUN --device=a=b,required=true y',
    'RUN --device=required,name=a y',
  ],
  'COPY and ADD': [
    'COPY a b',
    'COPY a b c d',
    'COPY --chmod=0755 a b',
    'COPY --chmod=u=rwX,go-w a b',
    'COPY --chmod= a b',
    'ARG M\nCOPY --chmod=$M a b',
    'FROM a AS x\nFROM b\nCOPY --from=X a b\nCOPY --from=0 a b\nCOPY --from="x" a b',
    'COPY --from=nginx:1 a b',
    'ADD https://example.com/a /',
    `ADD --checksum=sha256:${HASH} https://example.com/a /`,
    'ADD --checksum=abc123 https://example.com/a.git /',
    'ADD git@example.com:a/b.git /',
    'ADD https://example.com/a.git?tag=v1&subdir=x /',
    'ADD --keep-git-dir https://example.com/a.git?keep-git-dir=true /',
    'ADD https://example.com/a?tga=b /',
    'COPY ./http://x /',
    'COPY github.com/a/b.git /',
    'COPY HTTP://a/b /',
    'COPY "a" \'b\'',
    'COPY ${b:-x} y',
  ],
  expansion: [
    'ENV A=${B:-c} D=${B-c} E=${B:+c} F=${B+c}',
    'ENV A=b C=${A#b} D=${A##*b} E=${A%b} F=${A%%b} G=${A/b/c} H=${A//b/c}',
    'ENV A=${B#\\*\\?\\\\} B=${C/\\/x\\}/y\\z}',
    'ENV A=\'$x\' B=\\${x D="\\$x"',
    'LABEL a="it\'s"',
    'RUN echo "it\'s ${bad',
    'CMD echo ${bad',
    'ENV A=1\nUSER ${A:?}',
    'ARG A\nUSER ${A:?}',
    'FROM a\nUSER ${A:?}',
    'ENV A=${B:-${C:-d}}',
    'ENV A="${B:-c d}"',
  ],
  'other frontends': [
    '# syntax=example.org/other:1\nwhatever\n',
    '# syntax=docker/dockerfile:1\nFROM a\n',
    '// syntax=example.org/other:1\nwhatever\n',
    '{"syntax": "example.org/other"}\n',
  ],
  dates: [
    'ARG SOURCE_DATE_EPOCH=0\nFROM a',
    'ARG SOURCE_DATE_EPOCH=context\nFROM a',
    'ARG SOURCE_DATE_EPOCH\nFROM a',
    'ARG SOURCE_DATE_EPOCH=d\nFROM scratch AS d\nADD https://example.com/a /\nFROM a',
  ],
};

/** Files that BuildKit refuses, with the culprit marked, and the kinds of error in order of place. */
const invalid: readonly (readonly [marked: string, ...ids: string[]])[] = [
  ['«»', 'empty-file'],
  ['«# a»\n\n', 'no-instructions'],
  ['# escape=`\n# «Escape»=`\nFROM a', 'duplicate-directive'],
  ['# syntax=docker/dockerfile:1\n# «syntax»=b\nFROM a', 'duplicate-directive'],
  ['# escape=«^^»\nFROM a', 'invalid-escape-directive'],
  ['# check=«skp=A»\nFROM a', 'invalid-check-directive'],
  ['# check=error=«2»\nFROM a', 'invalid-check-directive'],
  ['#!/bin/x\n# check=«A»\nFROM a', 'invalid-check-directive'],
  [`FROM a\n«RUN ${'x'.repeat(65_532)}»`, 'line-too-long'],
  ['«FORM» a\n', 'unknown-instruction'],
  ['FROM a\n«RUN\u00a0x»', 'unknown-instruction'],
  ['FROM a\nRUN x &&\n«y»', 'unknown-instruction'],
  ['FROM a\n«RUN:» x', 'unknown-instruction'],
  ['«RUN» x\n', 'instruction-before-from'],
  ['«RUN» x\nRUN y\n', 'instruction-before-from'],
  ['«RUN» x\n«ENV» A=b\nFROM a', 'instruction-before-from', 'instruction-before-from'],
  ['«//» syntax=docker/dockerfile:1\nFROM a', 'unknown-instruction'],
  ['«ARG» A\n', 'no-stages'],
  ['FROM a\nRUN «--x» y', 'unknown-flag'],
  ['FROM a\nUSER «--x» y', 'unknown-flag'],
  ['FROM a\nENV «--x» A=b', 'unknown-flag'],
  ['FROM a\nONBUILD «--x» RUN y', 'unknown-flag'],
  ['FROM a\nHEALTHCHECK «--x»=1 CMD y', 'unknown-flag'],
  ['FROM a\nCOPY «--From»=x a b', 'unknown-flag'],
  ['FROM a\nADD «--from»=x a b', 'unknown-flag'],
  ['FROM --platform=linux «--platform»=linux c', 'duplicate-flag'],
  ['FROM a\nCOPY --link «--link» a b', 'duplicate-flag'],
  ['FROM a\nCOPY «--chown» a b', 'missing-flag-value'],
  ['FROM a\nRUN «--mount» x', 'missing-flag-value'],
  ['FROM a\nCOPY «--link=» a b', 'missing-flag-value'],
  ['FROM a\nCOPY --link=«1» a b', 'invalid-flag-value'],
  ['FROM a\nRUN --network=«Host» x', 'invalid-flag-value'],
  ['FROM a\nRUN «--network=» x', 'invalid-flag-value'],
  ['FROM a\nRUN --security=«none» x', 'invalid-flag-value'],
  ['FROM a\nCMD ["a", «1», «[2, "3"]», «null»]', ...Array<string>(3).fill('non-string-json-element')],
  ['FROM a\nHEALTHCHECK CMD [«true»]', 'non-string-json-element'],
  ['FROM a\nONBUILD RUN [«{"a": 1}»]', 'non-string-json-element'],
  ['FROM a\nONBUILD HEALTHCHECK CMD ["a", «1»]', 'non-string-json-element'],
  ['FROM a\nVOLUME [«1»]', 'non-string-json-element'],
  ['FROM a\nCOPY ["a", «1»]', 'non-string-json-element'],
  ...[
    'ENV',
    'LABEL',
    'ARG',
    'EXPOSE',
    'VOLUME',
    'USER',
    'WORKDIR',
    'STOPSIGNAL',
    'MAINTAINER',
    'ONBUILD',
    'SHELL',
    'HEALTHCHECK',
    'COPY',
    'ADD',
  ].map((word) => [`FROM a\n«${word}»`, 'missing-arguments'] as const),
  ['«FROM»', 'missing-arguments'],
  ['«FROM» --platform=linux', 'missing-arguments'],
  ['FROM a\n«SHELL» []', 'missing-arguments'],
  ['FROM a\n«VOLUME» []', 'missing-arguments'],
  ['FROM a\n«COPY» a', 'missing-arguments'],
  ['FROM a\n«COPY» []', 'missing-arguments'],
  ['FROM a\n«ADD» ["a"]', 'missing-arguments'],
  [`FROM a\n«COPY» <<EOF\n${EOF}`, 'missing-arguments'],
  ['FROM a\nENV «A»', 'missing-value'],
  ['FROM a\nLABEL «A»', 'missing-value'],
  ['FROM a\nONBUILD ENV «A»', 'missing-value'],
  ['FROM a\nENV A=b «C» «D»', 'missing-equals', 'missing-equals'],
  ['FROM a\nENV A= «b»', 'missing-equals'],
  ['FROM a\nENV «=b»', 'blank-name'],
  ['FROM a\nLABEL a=b «=c»', 'blank-name'],
  ['ARG «=b»\nFROM a', 'blank-name'],
  ['FROM scratch\nVOLUME «""»', 'blank-volume'],
  ['FROM scratch\nVOLUME ["/a", «" "»]', 'blank-volume'],
  ['FROM scratch\nVOLUME «$NONE»', 'blank-volume'],
  ['FROM a\nSHELL «/bin/sh -c»', 'shell-not-json'],
  ['FROM a\nSHELL «["/bin/sh"] ]»', 'shell-not-json'],
  [`FROM a\nCOPY a «<<EOF»\n${EOF}`, 'heredoc-as-destination'],
  ['FROM a\nRUN «<<EOF»\nEOF \n', 'unterminated-heredoc'],
  ['FROM a\nRUN echo $((1 «<< 3))»\n', 'unterminated-heredoc'],
  ['FROM a\nRUN x # «<<EOF»\n', 'unterminated-heredoc'],
  ['FROM a\nRUN «<<EOF;b»\nEOF\n', 'unterminated-heredoc'],
  ["FROM a\nRUN echo it's <<EOF\n«body» text\n«EOF»\n", 'unknown-instruction', 'unknown-instruction'],
  ['FROM a\nENV A="b <<EOF"\n«EOF»\n', 'unknown-instruction'],
  ['FROM a «b»', 'invalid-from'],
  ['FROM a «AS»', 'invalid-from'],
  ['FROM a «IN» b', 'invalid-from'],
  ['FROM a AS b «c d»', 'invalid-from'],
  ['FROM a «# b c d»', 'invalid-from'],
  ['FROM a AS «1»', 'invalid-stage-name'],
  ['FROM a AS «b/c»', 'invalid-stage-name'],
  ['ARG N=b\nFROM a AS «$N»', 'invalid-stage-name'],
  ['FROM «$NONE»', 'missing-base-image'],
  ['ARG X=\nFROM «$X»', 'missing-base-image'],
  ['FROM «""»', 'missing-base-image'],
  ['FROM --platform=«$NONE» a', 'invalid-platform'],
  ['FROM --platform=«what» a', 'invalid-platform'],
  ['FROM --platform=«linux/*» a', 'invalid-platform'],
  ['FROM --platform=«a/b/c/d» a', 'invalid-platform'],
  ['FROM «ALPINE»', 'invalid-image-reference'],
  ['FROM «a:»', 'invalid-image-reference'],
  ['FROM a AS Base\nFROM «Base»', 'invalid-image-reference'],
  ['ARG X=A/b:c:d\nFROM «$X»', 'invalid-image-reference'],
  ['FROM a@«sha256:12»', 'invalid-image-reference'],
  [`FROM a@«sha256:${HASH.toUpperCase()}»`, 'invalid-image-reference'],
  [`FROM «${HASH}»`, 'invalid-image-reference'],
  ['FROM a\nCOPY --from=«Not» x y', 'invalid-image-reference'],
  ['FROM a\nRUN --mount=from=«Not»,target=/x y', 'invalid-image-reference'],
  ['FROM a\nCOPY --from=«0» x y', 'stage-cycle'],
  ['FROM a AS x\nRUN --mount=from=«X»,target=/y z', 'stage-cycle'],
  ['FROM a AS x\nCOPY --from=«y» a b\nCOPY --from=z a b\nFROM «x» AS y\n', 'stage-cycle', 'stage-cycle'],
  ['FROM a\nCOPY --from=«1» x y\nFROM b', 'stage-not-yet-defined'],
  ['FROM a\nRUN --mount=from=«x»,target=/y z\nFROM b AS x', 'stage-not-yet-defined'],
  ['FROM a AS x\nFROM b\nCOPY --from=«x» c d\nFROM e AS x', 'stage-not-yet-defined'],
  ['FROM a\nCOPY --from=«5» x y', 'stage-index-out-of-range'],
  ['FROM a\nCOPY --from=«-1» x y', 'stage-index-out-of-range'],
  ['FROM a\nCOPY --from=«${X}» x y', 'variable-in-from'],
  ['FROM a\nRUN --mount=from=«$X»,target=/y z', 'variable-in-from'],
  ...(
    [
      ['RUN --mount=«type=secret» y'],
      ['RUN --mount=«type=secret,env=X» y'],
      ['RUN --mount=«type=secret,id=,target=» y'],
      ['RUN --mount=type=secret,id=a,«src=b» y'],
      ['RUN --mount=type=secret,id=a,«from=b» y'],
      ['RUN --mount=type=secret,id=a,«sharing=shared» y'],
      ['RUN --mount=type=ssh,«source=/x» y'],
      ['RUN --mount=type=bind,target=/x,«uid=1» y'],
      ['RUN --mount=type=tmpfs,target=/x,«mode=0755» y'],
      ['RUN --mount=type=bind,target=/x,«sharing=shared» y'],
      ['RUN --mount=type=cache,target=/x,sharing=«sometimes» y'],
      ['RUN --mount=type=cache,target=/x,mode=«rwx» y'],
      ['RUN --mount=type=cache,target=/x,uid=«root» y'],
      ['RUN --mount=type=cache,target=/x,ro=«yes» y'],
      ['RUN --mount=«required»,type=secret,id=a y'],
      ['RUN --mount=«size=1»,type=tmpfs,target=/x y'],
      ['RUN --mount=type=tmpfs,target=/x,size=«big» y'],
      ['RUN --mount=type=«Nope»,target=/x y'],
      ['RUN --mount=type=cache,«target» y'],
      ['RUN --mount=type=cache,«what» y'],
      ['RUN --mount=type=cache,«what»=1,target=/x y'],
      ['RUN «--mount=type=cache,,target=/x» y'],
      ['RUN «--mount=» y'],
      [`RUN --mount='type=cache,target=«"»/x"' y`],
      [`RUN --mount='«"type=cache»' y`],
      ['RUN --mount=«type=cache» y'],
      ['RUN --mount=«type=cache,id=a» y'],
      ['RUN --mount=type=bind,«target=/» y'],
      ['RUN --mount=type=bind,«target=.» y'],
    ] as const
  ).map(([line]) => [`FROM scratch\n${line}`, 'invalid-mount'] as const),
  ['FROM a\nRUN --device=a,«name=b» x', 'invalid-device'],
  ['FROM a\nRUN --device=a,«required=maybe» x', 'invalid-device'],
  ['FROM a\nRUN «--device=» x', 'invalid-device'],
  ['FROM a\nCOPY --chmod=«888» a b', 'invalid-chmod'],
  ['FROM a\nENV M=x\nCOPY --chmod=«$M» a b', 'invalid-chmod'],
  ['FROM a\nADD «--checksum»=x a b', 'invalid-checksum'],
  ['FROM a\nADD «--checksum»=x https://a/b https://a/c /', 'invalid-checksum'],
  [`FROM a\nADD --checksum=«sha512:${HASH}» https://a/b /`, 'invalid-checksum'],
  ['FROM a\nCOPY «https://a/b» «git@a:b» /', 'remote-copy-source', 'remote-copy-source'],
  ['FROM a\nADD https://a/b.git?«what»=1 /', 'invalid-git-source'],
  ['FROM a\nADD «--keep-git-dir» https://a/b.git?keep-git-dir=false /', 'invalid-git-source'],
  ['FROM a\nEXPOSE 80 «80x» «-1» 80/«tcp/x» 1/«icmp»', ...Array<string>(4).fill('invalid-port')],
  ['FROM a\nEXPOSE «["80"]»', 'invalid-port'],
  ['FROM a\nENV P="80 x"\nEXPOSE «$P»', 'invalid-port'],
  ['FROM a\nEXPOSE «99999»', 'invalid-port'],
  ['FROM a\nSTOPSIGNAL «SIGKILL x»', 'invalid-signal'],
  ['FROM a\nSTOPSIGNAL «0»', 'invalid-signal'],
  ['FROM a\nSTOPSIGNAL «99999999999999999999»', 'invalid-signal'],
  ['FROM scratch\nSTOPSIGNAL «$NONE»', 'invalid-signal'],
  [
    'FROM --platform=windows/amd64 a\nWORKDIR «D:/x»\nWORKDIR «//host/share»\nWORKDIR «c:»',
    ...Array<string>(3).fill('invalid-windows-path'),
  ],
  ['FROM a\nHEALTHCHECK NONE «x»', 'invalid-healthcheck'],
  ['FROM a\nHEALTHCHECK «CMD»', 'invalid-healthcheck'],
  ['FROM a\nHEALTHCHECK CMD «[]»', 'invalid-healthcheck'],
  ['FROM a\nHEALTHCHECK «curl» x', 'invalid-healthcheck'],
  [
    'FROM a\nHEALTHCHECK --interval=«5» --timeout=1«d» --start-period=«1us» CMD x',
    ...Array<string>(3).fill('invalid-duration'),
  ],
  ['FROM a\nHEALTHCHECK --interval=«-1s» CMD x', 'invalid-duration'],
  ['FROM a\nHEALTHCHECK --interval=1«µs» CMD x', 'invalid-duration'],
  ['FROM a\nHEALTHCHECK --retries=«-1» CMD x', 'invalid-retries'],
  ['FROM a\nHEALTHCHECK --retries=«2.5» CMD x', 'invalid-retries'],
  ['FROM a\nONBUILD «ONBUILD» RUN x', 'forbidden-trigger'],
  ['FROM a\nONBUILD «from» b', 'forbidden-trigger'],
  ['FROM a\nONBUILD «MAINTAINER» b', 'forbidden-trigger'],
  ['FROM a AS x\nONBUILD COPY --bad a b\nFROM «x»\n', 'failing-onbuild-trigger'],
  ['FROM a AS x\nONBUILD COPY --from=9 a b\nFROM «x»\n', 'failing-onbuild-trigger'],
  ['FROM a AS x\nONBUILD USER ${A^}\nFROM «x»\n', 'failing-onbuild-trigger'],
  ['FROM a AS x\nONBUILD WHAT\nFROM «x» AS y\nFROM y\n', 'failing-onbuild-trigger'],
  ["FROM a\nLABEL a=it«'»s", 'unbalanced-quote'],
  ['FROM a\nCOPY «"»a b«"» c', 'unbalanced-quote', 'unbalanced-quote'],
  ['FROM a\nENV A=«${B»', 'bad-substitution'],
  ['FROM a\nENV A=«${b:-q» «r}»', 'bad-substitution', 'missing-equals'],
  ['FROM a\nUSER «${A^}»', 'bad-substitution'],
  ['FROM a\nUSER «${}»', 'bad-substitution'],
  ['FROM a\nUSER «${A:=b}»', 'bad-substitution'],
  ['FROM a\nUSER «${A/b}»', 'bad-substitution'],
  ['FROM a\nENV A=«${B#\\d}» C=«${D//\\./_}»', 'bad-substitution', 'bad-substitution'],
  ['FROM a\nCOPY <<EOF /x\n«${A:=b}»\nEOF\n', 'bad-substitution'],
  ['FROM a\nCOPY <<EOF /x\na «${A:-b»\nc\nEOF\n', 'bad-substitution'],
  ['ARG A=«${B?}»\nFROM a', 'required-variable'],
  ['FROM a«${B:?no}»', 'required-variable'],
  ['FROM scratch\nUSER «${B?}»', 'required-variable'],
  ['ARG SOURCE_DATE_EPOCH=«now»\nFROM a', 'invalid-source-date-epoch'],
  ['ARG SOURCE_DATE_EPOCH=«d»\nFROM a AS d', 'invalid-source-date-epoch'],
  ['# syntax=example.org/other\nFROM a\nRUN «<<EOF»\nX', 'unterminated-heredoc'],
];

describe('errors of the language', () => {
  for (const [group, texts] of Object.entries(valid)) {
    describe(`${group}: accepts`, () => {
      for (const text of texts) {
        it(JSON.stringify(text).slice(0, 100), () => {
          assert.deepEqual(
            found(complete(text)).map(({ id, message }) => `${id}: ${message}`),
            [],
          );
        });
      }
    });
  }

  describe('refuses', () => {
    for (const [marked, ...ids] of invalid) {
      it(JSON.stringify(marked).slice(0, 100), () => {
        const { text } = unmark(marked);
        const problems = found(text);
        assert.equal(
          mark(
            text,
            problems.map(({ at }) => at),
          ),
          marked,
        );
        assert.deepEqual([...problems.map(({ id }) => id)].sort(), [...ids].sort());
        for (const { message } of problems) assert.match(message, /^[\p{Lu}'$\d][^\n]*\.$/u);
      });
    }
  });

  it('documents every kind of error, each once, and shows each in an example', () => {
    const ids = errorFacts.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const reported = new Set(invalid.flatMap(([, ...kinds]) => kinds));
    assert.deepEqual(
      [...reported].filter((id) => !ids.includes(id)),
      [],
    );
    assert.deepEqual(
      ids.filter((id) => !reported.has(id)),
      [],
    );
  });

  it('checks the rest of the file behind an error', () => {
    const text = 'FROM A\nRNU x\nENV B\nEXPOSE x\nCOPY --from=9 a b\nUSER ${\n';
    assert.equal(found(text).length, 6);
  });

  it('suggests what was meant', () => {
    const fixes = (text: string) => found(text).flatMap((error) => error.fixes?.().map(({ title }) => title) ?? []);
    assert.deepEqual(fixes('FROM a\nrnu x'), ["Replace with 'run'"]);
    assert.deepEqual(fixes('FROM a\nCOPY --chwon=a b c'), ["Replace with '--chown'"]);
    assert.deepEqual(fixes('FROM a\nRUN --mount=type=cahce,target=/x y'), ["Replace with 'cache'"]);
    assert.deepEqual(fixes('FROM a\nSTOPSIGNAL SIGKIL'), ["Replace with 'SIGKILL'"]);
    assert.deepEqual(fixes('FROM a b'), ["Insert 'AS'"]);
    assert.deepEqual(fixes('FROM a\nHEALTHCHECK --interval=5 curl x'), ["Replace with '5s'", "Insert 'CMD'"]);
  });

  it('takes pathological files', () => {
    const start = performance.now();
    found(`FROM a\n${'COPY --from=b a b\n'.repeat(500)}`);
    found(Array.from({ length: 500 }, (_, index) => `FROM s${index} AS s${index + 1}\nUSER $U\n`).join(''));
    found(`FROM a AS x\n${'ONBUILD NOPE\n'.repeat(300)}${'FROM x\n'.repeat(300)}`);
    found(`FROM a\nUSER ${'${a:-'.repeat(50_000)}`);
    found(`FROM a\nEXPOSE ${'1'.repeat(100_000)}`);
    found(`FROM a\nHEALTHCHECK --interval=${'1h'.repeat(50_000)} CMD x`);
    found(`FROM a\n${'x'.repeat(100_000)}`);
    assert.ok(performance.now() - start < 1500);
  });
});
