/** Dockerfiles made from a grammar: every construct of the language beside every other, right and nearly right. */
import { random } from './files.ts';

/** Alternatives of each symbol; `<name>` stands for one of another symbol's. A line may be given twice to come up more often. */
const grammar: Readonly<Record<string, readonly string[]>> = {
  file: ['<directives><globals><stage><stage>', '<directives><globals><stage>', '<globals><stage><stage><stage>'],
  directives: ['', '', '', '# escape=`\n', '# syntax=docker/dockerfile:1\n', '# check=<check>\n', '#!/bin/x\n# check=<check>\n', '\uFEFF# escape=\\\n', '  # escape=`\n'],
  check: ['skip=all', 'skip=JSONArgsRecommended,StageNameCasing;error=true', 'experimental=all', 'error=maybe', 'skip', 'skip=UndefinedVar remark'],
  globals: ['', '', '<comment>', 'ARG <name>=<value>\n', 'ARG V=3.20\nARG BASE=alpine:$V\n', '# BASE is it\nARG BASE\n', 'ENV A=b\n', 'ARG <name>\n\n'],
  stage: ['<from>\n<body>', '<from>\n<body>', 'from <base> as <stagename>\n<body>', '<from>\n'],
  from: ['FROM <base>', 'FROM <base> AS <stagename>', 'FROM <base> AS <stagename>', 'FROM --platform=<platform> <base> AS <stagename>', 'FROM <base> <stagename>', 'FROM', 'FROM <base> AS', 'FROM <base> # <word>'],
  base: ['alpine', 'scratch', 'alpine:3.20', 'Alpine', '$BASE', '${BASE:-busybox}', '${NONE}', 'registry.example:5000/a/b@sha256:<hex>', 'one', 'two', 'a:', '"busybox"', '0', 'mcr.microsoft.com/windows/nanoserver'],
  hex: ['0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'abc'],
  stagename: ['one', 'two', 'One', 'scratch', '1st', 'three-3', 'a/b', '$V'],
  platform: ['linux/amd64', '$BUILDPLATFORM', '$TARGETPLATFORM', 'windows', 'linux/<word>', '$NONE', 'a/b/c/d', '"linux/arm/v7"', ''],
  body: ['<line>', '<line><line>', '<line><line><line>', '<line><line><line><line><line><line>', ''],
  line: ['<instruction>\n', '<instruction>\n', '<instruction>\n', '<instruction>\n', '  <instruction>\n', '<comment><instruction>\n', '<instruction>\r\n', '<heredoc>', '<comment>', '\n', '<instruction> \\\n', '<instruction>\\\n\n'],
  comment: ['# <word>\n', '#\n', '# one <word>\n', '# check=<check>\n', '  # hadolint ignore=DL3008,SC2086\n', '# dockwright-ignore json-args-recommended\n', '# hadolint shell=bash\n', '# shellcheck disable=SC2046\n'],
  gap: [' ', ' ', ' ', ' ', '\t', ' \\\n  ', ' \\\n# note\n ', ' \\\n\n', '\u00a0', '  '],
  instruction: ['<run>', '<run>', '<run>', '<copy>', '<copy>', '<add>', '<env>', '<env>', '<arg>', '<command>', '<command>', '<expose>', '<one>', '<one>', '<healthcheck>', '<volume>', 'ONBUILD<gap><instruction>', 'SHELL<gap><json>', 'SHELL<gap><word>', 'RNU x', '<word>', 'LABEL<gap><pairs>', '<keyword>', '<keyword><gap><values>', '<keyword><gap>--<word>=<value> <values>'],
  keyword: ['ADD', 'arg', 'CMD', 'COPY', 'Entrypoint', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'user', 'VOLUME', 'WORKDIR', 'WOR\\\nKDIR'],
  run: ['RUN<gap><script>', 'RUN<gap><script>', 'RUN <script> && \\\n    <script>', 'RUN<gap><json>', 'RUN --mount=<mount> <script>', 'RUN --mount=<mount><gap>--mount=<mount><gap><script>', 'RUN --network=<network> --security=<network> <script>', 'RUN --device=<word>,<word> <script>', 'RUN'],
  network: ['none', 'host', 'default', 'sandbox', 'Insecure', '', '"none"'],
  mount: ['type=cache,target=<path>', 'type=<mounttype>,<mountoption>', 'type=<mounttype>,<mountoption>,<mountoption>', "'type=bind,\"target=/a,b\"'", '<mountoption>,type=<mounttype>', '', ',', 'from=<stagename>,target=<path>,<mountoption>'],
  mounttype: ['bind', 'cache', 'tmpfs', 'secret', 'ssh', 'Cache', 'cahce', '$V'],
  mountoption: ['target=<path>', 'dst=<value>', 'source=<path>', 'id=<word>', 'from=<base>', 'ro', 'rw=<value>', 'required', 'sharing=locked', 'sharing=<word>', 'mode=0755', 'mode=<word>', 'uid=<port>', 'gid=-1', 'size=64m', 'size=<value>', 'env=A', '<word>', '=', 'target'],
  script: ['<simple>', '<simple>', '<simple> && <simple>', '<simple> | <simple>', '<simple>; <simple>', 'if <simple>; then <simple>; fi', 'for x in <word> <value>; do <simple>; done', 'cat <<EOF', '(<simple>', 'set -e; <simple>', 'case <value> in a) <simple>;; esac', 'f() { <simple>; }'],
  simple: ['apt-get update', 'apt-get install -y <word> <word>', 'apk add <word>', 'pip install <word>==1', 'npm install', 'cd <path>', 'sudo <word>', 'curl -fsSL https://example.com/<word> | sh', 'echo <value>', 'test <value> = <word>', '<word> $(<simple>)', '<word> `<simple>`', 'export <name>=<value>', '[ <value> == <word> ]', 'chmod 777 <path>', 'yum install -y <word>', 'wget <word>', 'echo $((1 + <port>))', 'rm -rf <value>/*', '<name>=<value>', 'read x', 'tar xf <path> <value>'],
  copy: ['COPY<gap><files>', 'COPY<gap><fileflag><gap><files>', 'COPY --from=<stagename> <files>', 'COPY --from=<port> <files>', 'COPY --link --parents <files>', 'COPY<gap><json>', 'COPY <path>', 'COPY --from=<base><gap><files>'],
  add: ['ADD<gap><files>', 'ADD<gap><fileflag><gap><files>', 'ADD --checksum=sha256:<hex> <url> <path>', 'ADD <url> <path>', 'ADD --keep-git-dir <url> <path>', 'ADD --unpack=<value> a.tar <path>'],
  url: ['https://example.com/a.tar.gz', 'https://example.com/a.git?<word>=1', 'https://example.com/a.git?tag=v1#b:c', 'git@example.com:a/b.git', 'http://$V/x', 'ssh://git@a/b'],
  fileflag: ['--chown=<value>', '--chmod=755', '--chmod=<word>', '--chmod=u=rwX,go-w', '--link', '--link=<value>', '--exclude=*.md --exclude=<word>', '--parents', '--chwon=a', '--chown', '--', '--from=a --from=b'],
  files: ['<path> <path>', '<path><gap><path>', '. .', '<path> <path> <path>/', '<url> <path>', '["<path>", "<path>"]'],
  path: ['/app', './src', 'package.json', '.', '/', 'a*.txt', '$WORK/x', '"/a b"', '../up', 'C:\\x', '${V}/y', 'D:/z', '/var/lib/x'],
  env: ['ENV<gap><pairs>', 'ENV<gap><pairs><gap><pairs>', 'ENV <name> <value> <word>', 'ENV <name>', 'ENV SECRET_TOKEN=abc', 'ENV PATH=/x:$PATH'],
  pairs: ['<name>=<value>', '<name>=<value><gap><name>=<value>', '<name>=', '=<value>', '<name>="<word> $<name>"', "<name>='<word> $<name>'", '<name>=a\\ b'],
  arg: ['ARG <name>', 'ARG <name>=<value>', 'ARG <name>=<value><gap><name>', 'ARG <pairs>', 'ARG V', 'ARG BASE'],
  command: ['CMD<gap><json>', 'CMD<gap><script>', 'ENTRYPOINT<gap><json>', 'ENTRYPOINT<gap><script>', "CMD ['a', 'b']", 'CMD', 'ENTRYPOINT exec <simple>'],
  json: ['["<word>"]', '["<word>", "<word>"]', '[ "sh", "-c", "<word> $x" ]', '[]', '["<word>",]', '["<word>", <port>]', '["a\\tb", "\\u0041"]', '["<word>"] <word>', "['<word>']"],
  expose: ['EXPOSE <port>', 'EXPOSE <port>/<proto> <port>', 'EXPOSE <port>-<port>', 'EXPOSE 127.0.0.1:<port>:<port>', 'EXPOSE $P', 'EXPOSE <value>'],
  port: ['0', '1', '80', '8080', '65535', '65536', '+80', '-1', '<word>'],
  proto: ['tcp', 'UDP', 'sctp', 'icmp', ''],
  one: ['USER <word>', 'USER <word>:<value>', 'WORKDIR <path>', 'WORKDIR <value>', 'STOPSIGNAL <signal>', 'MAINTAINER <word> <word>', 'USER root'],
  signal: ['SIGTERM', 'kill', '9', '0', 'SIGTREM', 'RTMIN+3', '$P', 'SIG$V'],
  healthcheck: ['HEALTHCHECK NONE', 'HEALTHCHECK CMD <script>', 'HEALTHCHECK --interval=<duration> --retries=<port> CMD <json>', 'HEALTHCHECK --timeout=<duration> --start-period=<duration> cmd <simple>', 'HEALTHCHECK <simple>', 'HEALTHCHECK CMD', 'HEALTHCHECK NONE <word>', 'HEALTHCHECK --start-interval=<duration> CMD true'],
  duration: ['30s', '1m30s', '5', '0', '.5s', '1d', '-1s', '500us', '', '1µs'],
  volume: ['VOLUME <path>', 'VOLUME ["<path>"]', 'VOLUME ["", "<value>"]', 'VOLUME <path> <value>'],
  values: ['<value>', '<value> <value>', '<value><gap><value>', '<json>'],
  value: ['a', '"b c"', "'d e'", '$V', '${V}', '<expansion>', '"<expansion>"', '\\$x', "it's", '"open', 'x\\', '$', '1', '/x', '"', ''],
  expansion: ['${<name>:-<value>}', '${<name>-<value>}', '${<name>:+<value>}', '${<name>+<value>}', '${<name>:?<value>}', '${<name>?}', '${<name>#*/}', '${<name>##<value>}', '${<name>%.*}', '${<name>/a/<value>}', '${<name>//<value>/b}', '${<name>:=a}', '${<name>^}', '${<name>', '${}', '$<name>$<name>', '$1', '$@'],
  name: ['V', 'BASE', 'NONE', 'A', 'B', 'PATH', 'P', 'WORK', 'HTTP_PROXY', 'TARGETARCH', 'A.b'],
  word: ['one', 'two', 'three', 'git', 'curl', 'x', 'é', '\u{1F600}', 'a-b', 'yes', 'FROM', '<<x'],
  heredoc: [
    'RUN <<EOF\n<scriptlines>EOF\n', 'RUN <<-"EOF" bash\n\t<scriptlines>\tEOF\n', 'RUN cat <<A 3<<B > /x\n<word>\nA\n<value>\nB\n', 'RUN <<EOF\n#!/usr/bin/env python\n<value>\nEOF\n',
    'COPY <<EOF <path>\n<value>\n<expansion>\nEOF\n', "COPY --chmod=755 <<'a.sh' <<b /x/\n#!/bin/sh\n<script>\na.sh\n<value>\nb\n", 'ADD <<EOF /x\r\n<value>\r\nEOF\r\n', 'ONBUILD COPY <<EOF /x\n<value>\nEOF\n', 'RUN <<EOF\n<script>\n', 'COPY a <<EOF\nEOF\n', "RUN echo it's <<EOF\n<script>\nEOF\n",
  ],
  scriptlines: ['<script>\n', '<script>\n<script>\n', '<script> \\\n  <simple>\n\n# <word>\n<script>\n', ''],
}; // biome-ignore format: a table

/** How deep a symbol may be nested before its first, plainest alternative is taken. */
const DEEPEST = 12;

/** A Dockerfile of the grammar: the same for the same seed. */
export function sentence(seed: number, symbol = 'file'): string {
  const next = random(seed);
  for (let skipped = 0; skipped < 8; skipped++) next();
  const write = (name: string, depth: number): string => {
    const alternatives = grammar[name] ?? [];
    const chosen = alternatives[depth > DEEPEST ? 0 : Math.floor(next() * alternatives.length)] ?? '';
    return chosen.replace(/<([a-z]+)>/g, (all, inner: string) =>
      Object.hasOwn(grammar, inner) ? write(inner, depth + 1) : all,
    );
  };
  return write(symbol, 0);
}
