/** A part of a form that signature help explains. */
export interface Parameter {
  /** Occurs in the label of the form, parameters in order. */
  readonly label: string;
  readonly documentation: string;
}

/** One way of writing an instruction. */
export interface Form {
  /** Begins with the instruction word. */
  readonly label: string;
  readonly parameters: readonly Parameter[];
  /** `exec`: a JSON array; `heredoc`: its script or files follow; `none`: no arguments but a word such as NONE. */
  readonly kind: 'shell' | 'exec' | 'heredoc' | 'words';
}

/** Something that completion writes; LSP snippet syntax, `⏎` for a continued line. */
export interface Template {
  readonly label: string;
  readonly detail: string;
  readonly body: string;
}

export interface InstructionFacts {
  /** One sentence. */
  readonly summary: string;
  /** Markdown; more than the summary says. */
  readonly details: string;
  readonly forms: readonly Form[];
  readonly templates: readonly Template[];
  /** What newer Dockerfile versions added (docker/dockerfile image tags). */
  readonly versions?: string;
  readonly isDeprecated?: boolean;
}

const chown: Parameter = {
  label: '[--chown=<user>:<group>]',
  documentation: 'Owner of the files, by name or number. Names are looked up in the image.',
};
const chmod: Parameter = {
  label: '[--chmod=<mode>]',
  documentation: 'Permissions of the files, octal such as `755` or symbolic such as `u=rwX,go=rX`.',
};
const link: Parameter = {
  label: '[--link]',
  documentation: 'Puts the files into a layer of their own that does not depend on the layers before it.',
};
const exclude: Parameter = {
  label: '[--exclude=<pattern>]',
  documentation: 'Leaves out files that match. May be given several times.',
};
const execArguments: Parameter = { label: '"<argument>"', documentation: 'An argument, passed on as it is.' };

/** Facts on every instruction by its upper-case word. Dockerfile reference, in our words. */
export const instructionFacts: Readonly<Record<string, InstructionFacts>> = {
  FROM: {
    summary: 'Begins a build stage on a base image, an earlier stage or nothing (`scratch`).',
    details:
      'A file may have several stages. A build makes the last one, or the one that `--target` names, and every stage that one needs. Only global `ARG`s (those before the first `FROM`) can be used here.',
    forms: [
      {
        label: 'FROM [--platform=<platform>] <image> [AS <name>]',
        kind: 'words',
        parameters: [
          {
            label: '[--platform=<platform>]',
            documentation: 'Platform of the image, such as `linux/arm64` or `$BUILDPLATFORM`.',
          },
          {
            label: '<image>',
            documentation: 'An image with tag or digest, an earlier stage, or `scratch` for an empty file system.',
          },
          {
            label: '[AS <name>]',
            documentation:
              'Names the stage, for `FROM`, `COPY --from`, mounts and `--target`. Lower case by convention.',
          },
        ],
      },
    ],
    templates: [
      { label: 'FROM … AS', detail: 'A named stage', body: 'FROM ${1:image}:${2:tag} AS ${3:name}' },
      {
        label: 'FROM --platform',
        detail: 'A stage that runs on the platform of the builder',
        body: 'FROM --platform=\\$BUILDPLATFORM ${1:image}:${2:tag} AS ${3:build}',
      },
      { label: 'FROM scratch', detail: 'An empty base', body: 'FROM scratch' },
    ],
  },
  ARG: {
    summary: 'Declares a variable that `docker build --build-arg` can set.',
    details:
      'It is known to the instructions that follow in its stage, and to stages built on it. Before the first `FROM` it is global: visible in `FROM`, and in a stage once `ARG name` repeats it there. Its value is not kept in the environment of the image, but it does show in the history: it is no place for secrets.',
    forms: [
      {
        label: 'ARG <name>[=<default>] …',
        kind: 'words',
        parameters: [
          { label: '<name>', documentation: 'Name of the build argument.' },
          { label: '[=<default>]', documentation: 'Value when the build gives none.' },
        ],
      },
    ],
    templates: [
      { label: 'ARG name', detail: 'A build argument', body: 'ARG ${1:name}' },
      { label: 'ARG name=default', detail: 'A build argument with a default', body: 'ARG ${1:name}=${2:default}' },
    ],
  },
  RUN: {
    summary: 'Runs a command while the image is built and keeps what it changes as a layer.',
    details:
      'Shell form goes to the shell in force (`/bin/sh -c` unless `SHELL` says otherwise); exec form starts the program itself, without variables or `&&`. Mounts give the command caches, secrets, SSH keys or files for its duration only.',
    versions: 'Mounts since 1.2, `--network` since 1.3, heredocs since 1.4, `--security` since 1.20.',
    forms: [
      {
        label: 'RUN [--mount=<mount>] [--network=<network>] [--security=<mode>] <command>',
        kind: 'shell',
        parameters: [
          {
            label: '[--mount=<mount>]',
            documentation:
              'A bind, cache, tmpfs, secret or ssh mount for the time of the command. May be given several times.',
          },
          { label: '[--network=<network>]', documentation: '`default`, `none` or `host`.' },
          { label: '[--security=<mode>]', documentation: '`sandbox` or, where the builder allows it, `insecure`.' },
          { label: '<command>', documentation: 'What the shell runs.' },
        ],
      },
      {
        label: 'RUN [<options>] ["<program>", "<argument>", …]',
        kind: 'exec',
        parameters: [
          { label: '[<options>]', documentation: 'Flags such as `--mount`.' },
          { label: '"<program>"', documentation: 'The program, found by `PATH` or given by its path.' },
          execArguments,
        ],
      },
      {
        label: 'RUN [<options>] <<EOF',
        kind: 'heredoc',
        parameters: [
          { label: '[<options>]', documentation: 'Flags such as `--mount`.' },
          { label: '<<EOF', documentation: 'The lines that follow, up to the delimiter, are the script.' },
        ],
      },
    ],
    templates: [
      { label: 'RUN <<EOF', detail: 'A script of several lines', body: 'RUN <<${1:EOF}\nset -eu\n${0}\n${1:EOF}' },
      {
        label: 'RUN --mount=type=cache',
        detail: 'With a cache that later builds find again',
        body: 'RUN --mount=type=cache,target=${1:/root/.cache} ⏎\n    ${0:command}',
      },
      {
        label: 'RUN --mount=type=secret',
        detail: 'With a secret that no layer keeps',
        body: 'RUN --mount=type=secret,id=${1:token} ⏎\n    ${0:command}',
      },
      {
        label: 'RUN --mount=type=bind',
        detail: 'With files of the build context that are not copied',
        body: 'RUN --mount=type=bind,source=${1:.},target=${2:/src} ⏎\n    ${0:command}',
      },
      {
        label: 'RUN --mount=type=ssh',
        detail: 'With the keys of the SSH agent',
        body: 'RUN --mount=type=ssh ${0:command}',
      },
    ],
  },
  CMD: {
    summary: 'Sets what a container runs when nothing else is asked for; only the last one counts.',
    details:
      'With an `ENTRYPOINT` in exec form, it gives the arguments of that program. Exec form (a JSON array) starts the program itself, so that it gets signals such as `SIGTERM`.',
    forms: [
      {
        label: 'CMD ["<program>", "<argument>", …]',
        kind: 'exec',
        parameters: [
          { label: '"<program>"', documentation: 'The program, or the first argument of the entrypoint.' },
          execArguments,
        ],
      },
      {
        label: 'CMD <command>',
        kind: 'shell',
        parameters: [{ label: '<command>', documentation: 'A command for the shell; it does not get signals itself.' }],
      },
    ],
    templates: [{ label: 'CMD ["…"]', detail: 'Exec form', body: 'CMD ["${1:program}"$0]' }],
  },
  ENTRYPOINT: {
    summary: 'Sets the program that a container always runs; only the last one counts.',
    details:
      'What `docker run` gives behind the image, or else `CMD`, becomes its arguments. In shell form it ignores both, and the program does not get signals. Setting it resets a `CMD` that comes from the base image.',
    forms: [
      {
        label: 'ENTRYPOINT ["<program>", "<argument>", …]',
        kind: 'exec',
        parameters: [{ label: '"<program>"', documentation: 'The program.' }, execArguments],
      },
      {
        label: 'ENTRYPOINT <command>',
        kind: 'shell',
        parameters: [{ label: '<command>', documentation: 'A command for the shell.' }],
      },
    ],
    templates: [{ label: 'ENTRYPOINT ["…"]', detail: 'Exec form', body: 'ENTRYPOINT ["${1:program}"$0]' }],
  },
  COPY: {
    summary: 'Copies files from the build context, a stage or another image.',
    details:
      'Sources are paths or patterns below the build context (or the root of what `--from` names); files that `.dockerignore` excludes do not exist for it. A directory is copied by its contents. The destination is made when missing; relative ones start at `WORKDIR`.',
    versions:
      '`--chmod` since 1.2, `--link` and heredocs since 1.4, symbolic modes since 1.14, `--exclude` since 1.19, `--parents` since 1.20.',
    forms: [
      {
        label:
          'COPY [--from=<stage>] [--chown=<user>:<group>] [--chmod=<mode>] [--link] [--parents] [--exclude=<pattern>] <source> … <destination>',
        kind: 'words',
        parameters: [
          {
            label: '[--from=<stage>]',
            documentation: 'A stage by name or number, an image, or a named context, instead of the build context.',
          },
          chown,
          chmod,
          link,
          {
            label: '[--parents]',
            documentation: 'Keeps the directories of a source; `/./` in it says from where on.',
          },
          exclude,
          { label: '<source>', documentation: 'A file, a directory or a pattern with `*`, `?` and `[…]`.' },
          {
            label: '<destination>',
            documentation: 'A directory when it ends in `/`, else the name of the file or directory.',
          },
        ],
      },
      {
        label: 'COPY [<options>] ["<source>", … "<destination>"]',
        kind: 'exec',
        parameters: [
          { label: '[<options>]', documentation: 'Flags such as `--from`.' },
          { label: '"<source>"', documentation: 'A path, which may hold blanks.' },
          { label: '"<destination>"', documentation: 'Where to, last.' },
        ],
      },
      {
        label: 'COPY [<options>] <<EOF <destination>',
        kind: 'heredoc',
        parameters: [
          { label: '[<options>]', documentation: 'Flags such as `--chmod`.' },
          { label: '<<EOF', documentation: 'The lines that follow, up to the delimiter, are the file.' },
          { label: '<destination>', documentation: 'Name of the file.' },
        ],
      },
    ],
    templates: [
      { label: 'COPY --from', detail: 'From a stage or image', body: 'COPY --from=${1:build} ${2:/out} ${3:.}' },
      { label: 'COPY --chown', detail: 'With an owner', body: 'COPY --chown=${1:user}:${2:group} ${3:.} ${4:.}' },
      { label: 'COPY --link', detail: 'As an independent layer', body: 'COPY --link ${1:.} ${2:.}' },
      {
        label: 'COPY <<EOF',
        detail: 'A file written here',
        body: 'COPY <<${1:EOF} ${2:/etc/app.conf}\n${0}\n${1:EOF}',
      },
      { label: 'COPY ["…"]', detail: 'Paths with blanks', body: 'COPY ["${1:source}", "${2:destination}"]' },
    ],
  },
  ADD: {
    summary:
      'Adds files: from the build context as `COPY` does, from a URL or a Git repository, or out of a local archive.',
    details:
      'A local archive (tar, also compressed) is unpacked; a downloaded one is not. For plain files of the context, `COPY` says more clearly what happens.',
    versions:
      '`--chmod` since 1.2, `--link` since 1.4, `--checksum`, `--keep-git-dir` and Git sources since 1.6, `--unpack` since 1.17, `--exclude` since 1.19.',
    forms: [
      {
        label:
          'ADD [--checksum=<digest>] [--keep-git-dir] [--unpack] [--chown=<user>:<group>] [--chmod=<mode>] [--link] [--exclude=<pattern>] <source> … <destination>',
        kind: 'words',
        parameters: [
          {
            label: '[--checksum=<digest>]',
            documentation: '`sha256:…` that a download must have, or the commit of a Git source.',
          },
          { label: '[--keep-git-dir]', documentation: 'Keeps `.git` of a Git source.' },
          {
            label: '[--unpack]',
            documentation: 'Unpacks archives, also downloaded ones; `--unpack=false` keeps them packed.',
          },
          chown,
          chmod,
          link,
          exclude,
          {
            label: '<source>',
            documentation: 'A path, a URL or a Git repository such as `https://host/repository.git#v1`.',
          },
          { label: '<destination>', documentation: 'A directory when it ends in `/`, else the name.' },
        ],
      },
      {
        label: 'ADD [<options>] ["<source>", … "<destination>"]',
        kind: 'exec',
        parameters: [
          { label: '[<options>]', documentation: 'Flags such as `--checksum`.' },
          { label: '"<source>"', documentation: 'A path, which may hold blanks.' },
          { label: '"<destination>"', documentation: 'Where to, last.' },
        ],
      },
    ],
    templates: [
      {
        label: 'ADD --checksum',
        detail: 'A download that is verified',
        body: 'ADD --checksum=sha256:${1:digest} ${2:https://example.com/file.tar.gz} ${3:/tmp/}',
      },
      {
        label: 'ADD git',
        detail: 'A Git repository',
        body: 'ADD https://github.com/${1:owner}/${2:repository}.git#${3:v1.0.0} ${4:/src}',
      },
    ],
  },
  ENV: {
    summary: 'Sets environment variables, for the instructions that follow and for containers.',
    details:
      'Variables of one instruction do not see each other. They stay in the image, so that anybody can read them: secrets belong in `RUN --mount=type=secret`.',
    forms: [
      {
        label: 'ENV <name>=<value> …',
        kind: 'words',
        parameters: [
          { label: '<name>', documentation: 'Name of the variable.' },
          { label: '<value>', documentation: 'Value; quote blanks. `$name` and `${name:-default}` are replaced.' },
        ],
      },
    ],
    templates: [{ label: 'ENV name=value', detail: 'An environment variable', body: 'ENV ${1:name}=${2:value}' }],
  },
  LABEL: {
    summary: 'Adds metadata to the image.',
    details:
      'Keys of one’s own begin with a reverse domain name. Common ones are those of OCI, such as `org.opencontainers.image.source`. Later labels of the same key win, also over those of the base image.',
    forms: [
      {
        label: 'LABEL <key>=<value> …',
        kind: 'words',
        parameters: [
          { label: '<key>', documentation: 'Key, such as `org.opencontainers.image.source`.' },
          { label: '<value>', documentation: 'Value; quote blanks.' },
        ],
      },
    ],
    templates: [{ label: 'LABEL key=value', detail: 'Metadata', body: 'LABEL ${1:key}="${2:value}"' }],
  },
  EXPOSE: {
    summary: 'Says which ports the program in the container listens on.',
    details:
      'It opens nothing by itself: `docker run -p` publishes a port, `-P` all exposed ones. The protocol is TCP unless `/udp` or `/sctp` follows.',
    forms: [
      {
        label: 'EXPOSE <port>[/<protocol>] …',
        kind: 'words',
        parameters: [
          { label: '<port>', documentation: 'A port of the container or a range such as `8000-8010`.' },
          { label: '[/<protocol>]', documentation: '`tcp`, `udp` or `sctp`.' },
        ],
      },
    ],
    templates: [{ label: 'EXPOSE port', detail: 'A port', body: 'EXPOSE ${1:8080}' }],
  },
  VOLUME: {
    summary: 'Declares directories whose data lives outside the container’s own layer.',
    details:
      'Each container gets an anonymous volume for them unless a mount is given. What later instructions of the build write there may be lost.',
    forms: [
      {
        label: 'VOLUME ["<path>", …]',
        kind: 'exec',
        parameters: [{ label: '"<path>"', documentation: 'A directory of the container.' }],
      },
      {
        label: 'VOLUME <path> …',
        kind: 'words',
        parameters: [{ label: '<path>', documentation: 'A directory of the container.' }],
      },
    ],
    templates: [{ label: 'VOLUME ["…"]', detail: 'A directory for data', body: 'VOLUME ["${1:/data}"]' }],
  },
  USER: {
    summary: 'Sets the user that later instructions and the container run as.',
    details:
      'By name or number. A number works without an entry in `/etc/passwd`, and Kubernetes can check that it is not root.',
    forms: [
      {
        label: 'USER <user>[:<group>]',
        kind: 'words',
        parameters: [
          { label: '<user>', documentation: 'Name or number.' },
          { label: '[:<group>]', documentation: 'Name or number; without it, the main group of the user, or root.' },
        ],
      },
    ],
    templates: [{ label: 'USER user', detail: 'A user', body: 'USER ${1:10001}:${2:10001}' }],
  },
  WORKDIR: {
    summary: 'Sets the directory that later instructions and the container start in, and makes it when it is missing.',
    details: 'A relative path starts at the one before. `ARG` and `ENV` variables are replaced.',
    forms: [
      {
        label: 'WORKDIR <path>',
        kind: 'words',
        parameters: [{ label: '<path>', documentation: 'A directory, best an absolute path.' }],
      },
    ],
    templates: [{ label: 'WORKDIR path', detail: 'A directory', body: 'WORKDIR ${1:/app}' }],
  },
  SHELL: {
    summary: 'Sets the shell that runs commands in shell form from here on.',
    details:
      'The default is `["/bin/sh", "-c"]`, on Windows `["cmd", "/S", "/C"]`. Stages built on this one inherit it.',
    forms: [
      {
        label: 'SHELL ["<program>", "<argument>", …]',
        kind: 'exec',
        parameters: [
          { label: '"<program>"', documentation: 'The shell.' },
          { label: '"<argument>"', documentation: 'Arguments before the command; the last one is usually `-c`.' },
        ],
      },
    ],
    templates: [
      {
        label: 'SHELL bash',
        detail: 'Bash that fails when any command of a pipe fails',
        body: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
      },
      {
        label: 'SHELL powershell',
        detail: 'PowerShell that stops at errors',
        body: 'SHELL ["powershell", "-Command", "\\$ErrorActionPreference = \'Stop\';"]',
      },
    ],
  },
  STOPSIGNAL: {
    summary: 'Sets the signal that asks the container to stop.',
    details: 'The default is `SIGTERM`. After a grace period (10 seconds), `SIGKILL` follows.',
    forms: [
      {
        label: 'STOPSIGNAL <signal>',
        kind: 'words',
        parameters: [{ label: '<signal>', documentation: 'A name such as `SIGQUIT`, or a number.' }],
      },
    ],
    templates: [{ label: 'STOPSIGNAL signal', detail: 'A signal', body: 'STOPSIGNAL ${1|SIGTERM,SIGINT,SIGQUIT|}' }],
  },
  HEALTHCHECK: {
    summary: 'Sets the command that tells whether a container works.',
    details:
      'Exit code 0 means healthy, 1 unhealthy. `NONE` turns off a check that the base image has. Only the last one counts.',
    versions: '`--start-interval` since 1.6, with Engine 25 or newer.',
    forms: [
      {
        label:
          'HEALTHCHECK [--interval=<duration>] [--timeout=<duration>] [--start-period=<duration>] [--start-interval=<duration>] [--retries=<number>] CMD <command>',
        kind: 'shell',
        parameters: [
          { label: '[--interval=<duration>]', documentation: 'Time between checks; 30s by default.' },
          { label: '[--timeout=<duration>]', documentation: 'A check that takes longer fails; 30s by default.' },
          {
            label: '[--start-period=<duration>]',
            documentation: 'Time to start up, in which failures do not count; 0s by default.',
          },
          {
            label: '[--start-interval=<duration>]',
            documentation: 'Time between checks in the start period; 5s by default.',
          },
          { label: '[--retries=<number>]', documentation: 'Failures in a row that make it unhealthy; 3 by default.' },
          { label: 'CMD <command>', documentation: 'The check, in shell or exec form.' },
        ],
      },
      {
        label: 'HEALTHCHECK NONE',
        kind: 'words',
        parameters: [{ label: 'NONE', documentation: 'No check, also none of the base image.' }],
      },
    ],
    templates: [
      {
        label: 'HEALTHCHECK CMD',
        detail: 'A check',
        body: 'HEALTHCHECK --interval=${1:30s} --timeout=${2:3s} --start-period=${3:10s} --retries=${4:3} ⏎\n    CMD ["${5:program}"$0]',
      },
      { label: 'HEALTHCHECK NONE', detail: 'No check', body: 'HEALTHCHECK NONE' },
    ],
  },
  ONBUILD: {
    summary: 'Keeps an instruction for the builds that use this image as their base.',
    details:
      'It runs right behind their `FROM`, and only there: images built on those do not run it again. `FROM`, `MAINTAINER` and `ONBUILD` cannot be kept.',
    versions: '`COPY --from` and mounts from stages since 1.11.',
    forms: [
      {
        label: 'ONBUILD <instruction>',
        kind: 'words',
        parameters: [{ label: '<instruction>', documentation: 'Any instruction but FROM, MAINTAINER and ONBUILD.' }],
      },
    ],
    templates: [{ label: 'ONBUILD instruction', detail: 'A trigger', body: 'ONBUILD ${1:COPY . .}' }],
  },
  MAINTAINER: {
    summary: 'Names the author of the image. Deprecated: use `LABEL org.opencontainers.image.authors`.',
    details: 'A label shows in `docker inspect` with the others and can be inherited and filtered.',
    isDeprecated: true,
    forms: [
      {
        label: 'MAINTAINER <name>',
        kind: 'words',
        parameters: [{ label: '<name>', documentation: 'The author.' }],
      },
    ],
    templates: [],
  },
};

/** Page of the Dockerfile reference on an instruction. */
export function referencePage(keyword: string): string {
  return `https://docs.docker.com/reference/dockerfile/#${keyword.toLowerCase()}`;
}
