import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Configuration, defaultConfiguration, type Levels } from '../../lint/configuration.ts';
import { defaultRuleOptions, type RuleOptions } from '../../lint/rule.ts';
import { lint } from '../../lint/run.ts';
import { dockerfile } from '../language.ts';

// Two rules are off in hadolint until they are named.
const levels: Levels = { DL1001: 'on', DL3057: 'on' };
const configurations = new Map<Partial<RuleOptions>, Configuration>();

/** One object for the same options, as plans are kept with it. */
function configurationFor(options: Partial<RuleOptions>): Configuration {
  let configuration = configurations.get(options);
  if (configuration === undefined) {
    const all = { ...defaultRuleOptions, ...options, exact: true };
    configuration = { ...defaultConfiguration, profile: 'hadolint', levels: [levels], options: all };
    configurations.set(options, configuration);
  }
  return configuration;
}

const noOptions: Partial<RuleOptions> = {};

/** Lines, counted from 1, on which the profile `hadolint` finds a code. */
function linesOf(code: string, text: string, options: Partial<RuleOptions> = noOptions): number[] {
  const file = dockerfile.parse('file:///project/Dockerfile', text);
  const found = lint(dockerfile, file, configurationFor(options), (id, error) => {
    throw new Error(id, { cause: error });
  });
  return found
    .filter(({ aliases }) => aliases.includes(`hadolint/${code}`))
    .map(({ at }) => file.lines.lineAt(at.start) + 1);
}

interface Cases {
  /** Files in which the code is found at least once. */
  readonly fires?: readonly string[];
  /** Files in which it is not found. */
  readonly silent?: readonly string[];
  /** Files with the lines on which it is found. */
  readonly lines?: readonly (readonly [text: string, ...lines: number[]])[];
  /** Every file that consists of RUN lines is tried behind ONBUILD too: true: with the same result; false: silent. */
  readonly onbuild?: boolean;
  readonly options?: Partial<RuleOptions>;
}

function code(name: string, { fires = [], silent = [], lines = [], onbuild, options }: Cases): void {
  describe(`${name} as hadolint finds it`, () => {
    for (const text of fires) {
      it(`fires: ${text}`, () => assert.notDeepEqual(linesOf(name, text, options), []));
      if (onbuild === undefined || !isRuns(text)) continue;
      it(`${onbuild ? 'fires' : 'is silent'} behind ONBUILD: ${text}`, () =>
        assert.equal(linesOf(name, behindOnbuild(text), options).length > 0, onbuild));
    }
    for (const text of silent) {
      it(`is silent: ${text}`, () => assert.deepEqual(linesOf(name, text, options), []));
      if (onbuild === undefined || !isRuns(text)) continue;
      it(`is silent behind ONBUILD: ${text}`, () => assert.deepEqual(linesOf(name, behindOnbuild(text), options), []));
    }
    for (const [text, ...expected] of lines) {
      it(`finds lines ${expected.join()}: ${text}`, () => assert.deepEqual(linesOf(name, text, options), expected));
    }
  });
}

function isRuns(text: string): boolean {
  return !/^(?!RUN )[A-Z]+ /m.test(text);
}

function behindOnbuild(text: string): string {
  return text.replace(/^RUN /gm, 'ONBUILD RUN ');
}

code('DL1001', {
  lines: [
    ['# hadolint ignore=DL3002\nUSER root', 1],
    ['#hadolint   ignore = DL3002 , SC2046 # because\nFROM a', 1],
    ['RUN a\n# hadolint ignore=DL3001\n\n# hadolint ignore=DL3001\nRUN b', 2, 4],
  ],
  silent: [
    '# hadolint shell=powershell # remark\nFROM a',
    '# hadolint global ignore=DL3006\nFROM a',
    '# hadolint stage ignore=DL3006\nFROM a',
    '# hadolint ignore=DL3006 because\nFROM a',
    '# hadolint ignore=DL3006,other\nFROM a',
    '# a comment\nFROM a',
    'RUN a \\\n# hadolint ignore=DL3001\n b',
  ],
});

code('DL3000', {
  fires: [
    'WORKDIR relative',
    'WORKDIR "relative"',
    "WORKDIR 'relative/dir'",
    'WORKDIR a',
    'FROM a\nWORKDIR /a\nWORKDIR b',
  ],
  silent: [
    'WORKDIR /usr',
    'WORKDIR "/usr"',
    "WORKDIR '/usr'",
    'WORKDIR ${work}',
    'WORKDIR "${dir}"',
    'WORKDIR $work',
    "WORKDIR 'C:\\'",
    'WORKDIR "C:\\"',
    'WORKDIR C:/app',
    'WORKDIR c:\\app',
    'ONBUILD WORKDIR relative',
  ],
});

code('DL3001', {
  onbuild: true,
  fires: [
    'RUN top',
    'RUN service nginx start',
    'RUN a && vim x',
    'RUN echo $(ps)',
    'RUN (mount /x)',
    'RUN ["kill", "1"]',
  ],
  silent: [
    'RUN apt-get install ssh',
    'RUN /bin/ps',
    'RUN ifconfig',
    'RUN bash -c "top"',
    'RUN sudo top',
    'RUN echo top',
  ],
});

code('DL3002', {
  lines: [
    ['FROM a\nUSER root', 2],
    ['FROM a\nUSER 0', 2],
    ['FROM a\nUSER root:root', 2],
    ['FROM a\nUSER 0:0', 2],
    ['FROM a AS base\nUSER root\nFROM base\nRUN x', 2],
    ['FROM a\nUSER foo\nUSER root\nRUN x', 3],
    ['FROM a\nUSER root\nFROM b\nUSER foo', 2],
  ],
  silent: [
    'FROM a\nUSER foo',
    'FROM a\nUSER root\nUSER foo',
    'FROM a\nRUN x',
    'USER root\nFROM a',
    'FROM a\nUSER ${VAR}',
    'FROM a\nUSER "root"',
    'FROM a\nUSER rooty',
    'FROM a\nUSER 01',
    'FROM a\nONBUILD USER root',
  ],
});

code('DL3003', {
  onbuild: false,
  fires: ['RUN cd /opt', 'RUN a && cd /b && c', 'RUN (cd /a; b)', 'RUN for x in a; do cd $x; done'],
  silent: ['RUN a', 'RUN echo cd', 'WORKDIR /opt'],
  lines: [['RUN a \\\n && cd b', 1]],
});

code('DL3004', {
  onbuild: true,
  fires: [
    'RUN sudo apt-get update',
    'RUN a && sudo b',
    'RUN a | sudo tee b',
    'RUN A=1 sudo b',
    'RUN exec sudo b',
    'RUN time a | sudo b',
  ],
  silent: [
    'RUN apt-get install sudo',
    'RUN apt-get install sudo && a',
    'RUN time sudo a',
    'RUN env A=1 sudo a',
    'RUN /usr/bin/sudo a',
    'RUN bash -c "sudo a"',
  ],
});

code('DL3006', {
  fires: [
    'FROM debian',
    'FROM registry.io/debian',
    'FROM --platform=linux/amd64 debian',
    'FROM debian AS build',
    'FROM $A\nFROM a/$B',
  ],
  silent: [
    'FROM debian:12',
    'FROM debian@sha256:0123',
    'FROM debian:$VERSION',
    'FROM debian:${VERSION:-12}',
    'FROM scratch',
    'FROM registry.io/scratch',
    'FROM $IMAGE',
    'FROM ${IMAGE:-debian}',
    'FROM registry.io/$IMAGE',
    'FROM a:1 AS build\nFROM build',
    'FROM localhost:5000/debian',
    'FROM node:1 as build\nFROM build as unit-test\nFROM unit-test as done',
  ],
  lines: [
    ['FROM a:1 AS build\nFROM build as unit-test\nFROM node as unit-test\nFROM b:1', 3],
    ['FROM a:1 AS Build\nFROM build', 2],
    ['FROM later\nFROM a:1 AS later', 1],
  ],
});

code('DL3007', {
  fires: ['FROM debian:latest', 'FROM debian:latest AS x', 'FROM registry.io:5000/a/b:latest'],
  silent: [
    'FROM debian:12',
    'FROM debian',
    'FROM debian:latest@sha256:0123',
    'FROM debian:latest-slim',
    'FROM localhost:5000/a:latest',
  ],
});

code('DL3008', {
  onbuild: true,
  fires: [
    'RUN apt-get install python',
    'RUN apt-get install -y a=1 b',
    'RUN apt-get -y install a',
    'RUN apt-get install -t stretch a=1 b',
    'RUN apt-get update && apt-get install -y a',
    'RUN apt-get install -- a=1',
    'RUN apt-get install $PACKAGES',
    'RUN apt-get install -y \\\n  a=1 \\\n  b',
    'RUN exec apt-get install a',
  ],
  silent: [
    'RUN apt-get install python=2.7',
    'RUN apt-get install git=1:2.5.0*',
    'RUN apt-get install -t jessie-backports a=1',
    'RUN apt-get install --target-release jessie-backports a=1',
    'RUN apt-get -t=jessie-backports install a=1',
    'RUN apt-get install ./x.deb',
    'RUN apt-get install x.deb',
    'RUN apt-get install python/stable',
    'RUN apt-get -yqq install a=1',
    'RUN apt-get install -o Dpkg::Options::="--force-confold" a=1',
    'RUN apt-get install -y \\\n  a=1 \\\n  b=2',
    'RUN apt-get install -y',
    'RUN apt install a',
    'RUN apt-get update',
    'RUN /usr/bin/apt-get install a',
    'RUN sudo apt-get install a',
  ],
  lines: [['RUN true && \\\n apt-get install \\\n a b', 1]],
});

code('DL3009', {
  fires: [
    'RUN apt-get update && apt-get install -y a',
    'RUN apt update',
    'RUN aptitude update',
    'FROM a AS base\nRUN apt-get update\nFROM base',
    'FROM a\nRUN apt-get update\nFROM a\nRUN x',
    'RUN --mount=type=cache,target=/var/cache/apt apt-get update',
    'RUN --mount=type=cache,target=/var/lib/apt apt-get update',
    'RUN --mount=type=bind,target=/var/lib/apt/lists apt-get update',
    'FROM a AS unused\nONBUILD RUN apt-get update\nFROM b',
  ],
  silent: [
    'RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*',
    'RUN rm -rf /var/lib/apt/lists/* && apt-get update',
    'RUN apt-get update && rm -rf /whatever',
    'RUN apt-get update && rm -r /var/lib/apt/lists/*',
    'RUN apt-get install -y a',
    'FROM a AS build\nRUN apt-get update\nFROM b\nCOPY --from=build /x /x',
    'RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update',
    'RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update',
    'RUN --mount=type=cache,dst=/var/lib/apt --mount=type=cache,destination=/var/cache/apt,sharing=locked apt-get update',
    'RUN --mount=type=cache,target=/var/lib/apt \\  --mount=type=cache,target=/var/cache/apt apt-get update',
  ],
  lines: [['FROM a\nRUN x\nRUN apt-get update \\\n && apt-get install a', 3]],
});
code('DL3009', { onbuild: true, fires: ['RUN apt-get update'], silent: ['RUN apt-get update && rm -rf /x'] });

code('DL3010', {
  fires: [
    'COPY a.tar /opt/\nRUN tar -xf /opt/a.tar',
    'COPY dir/a.tgz /opt/\nWORKDIR /opt\nRUN tar --extract --file a.tgz',
    'COPY a.bin /foo.tar\nRUN tar -xf /foo.tar',
    'COPY a.gz /\nRUN gunzip /a.gz',
    'COPY a.xz /\nRUN unxz a.xz',
    'COPY "C:\\dir\\a.tar" /\nRUN tar -xf "C:\\other\\a.tar"',
    'COPY a.tar /\nRUN tar -cf b --exclude=c a.tar',
  ],
  silent: [
    'COPY a.tar /opt/',
    'COPY a.tar /opt/\nRUN tar -tf /opt/a.tar',
    'COPY --from=b a.tar /opt/\nRUN tar -xf /opt/a.tar',
    'COPY a.zip /opt/\nRUN unzip /opt/a.zip',
    'COPY a.tar /opt/\nRUN tar xf /opt/a.tar',
    'FROM a\nCOPY a.tar /\nRUN tar -xf a.tar\nFROM b',
    'FROM a\nCOPY a.tar /\nFROM b\nRUN tar -xf a.tar',
    'ADD a.tar /\nRUN tar -xf /a.tar',
  ],
  lines: [['COPY \\\n  a.tar b.tar /x/\nRUN tar -xf /x/a.tar && tar -xf /x/b.tar', 1, 1]],
});

code('DL3011', {
  fires: ['EXPOSE 80000', 'EXPOSE 65536/tcp', 'EXPOSE 80 80000', 'EXPOSE 40000-80000', 'EXPOSE 40000-80000/udp'],
  silent: ['EXPOSE 80', 'EXPOSE 65535', 'EXPOSE 0', 'EXPOSE 80-65535/tcp', 'EXPOSE $PORT', 'EXPOSE 80000-$PORT'],
  lines: [['FROM a\nEXPOSE 70000 80000', 2]],
});

code('DL3012', {
  lines: [
    ['FROM a\nHEALTHCHECK CMD a\nHEALTHCHECK CMD b', 3],
    ['FROM a\nHEALTHCHECK NONE\nHEALTHCHECK CMD b\nHEALTHCHECK NONE', 3, 4],
    ['HEALTHCHECK CMD a\nHEALTHCHECK CMD b', 2],
  ],
  silent: ['FROM a\nHEALTHCHECK CMD a\nFROM b\nHEALTHCHECK CMD b', 'FROM a\nHEALTHCHECK CMD a'],
});

code('DL3013', {
  onbuild: true,
  fires: [
    'RUN pip install MySQL_python',
    'RUN pip3 install a==1 b',
    'RUN pip2 install a',
    'RUN pip3.11 install a',
    'RUN pipx install black',
    'RUN python3 -m pip install a',
    'RUN python -m pip install --upgrade a',
    'RUN pip install git+https://github.com/a/b',
    'RUN pip install --index-url https://user:pass@host/simple a',
    'RUN pip install a[extra]',
    'RUN pip install --python "$(which python)" a',
    'RUN pip install --progress-bar off a',
  ],
  silent: [
    'RUN pip install a==1',
    'RUN pip install a===1',
    'RUN pip install "a>=1"',
    "RUN pip install 'a<=1'",
    'RUN pip install "a>1"',
    'RUN pip install "a<1"',
    'RUN pip install "a!=1"',
    'RUN pip install a~=1',
    'RUN pip install "a[x]==1"',
    'RUN pip install -r requirements.txt',
    'RUN pip install --requirement requirements.txt a',
    'RUN pip install .',
    'RUN pip install -c constraints.txt a',
    'RUN pip install a --constraint constraints.txt',
    'RUN pip install --constraint=constraints.txt a',
    'RUN pip install a.whl',
    'RUN pip install dir/a',
    'RUN pip install https://x/a.tar.gz',
    'RUN pip install git+https://github.com/a/b@v1',
    'RUN pip install git+ssh://git@github.com/a/b',
    'RUN pip install',
    'RUN pip install -e .',
    'RUN pip install --editable ./x a==1',
    'RUN pip install --index-url https://user:pass@host/simple a==1',
    'RUN pip install --index-url=https://user:pass@host/simple a==1',
    'RUN pip install --extra-index-url https://x/ --trusted-host x a==1',
    'RUN pip install --python "$(which python)" a==1',
    'RUN pip install --abi x -t dir --root-user-action ignore a==1',
    'RUN pipenv install black',
    'RUN python setup.py install a',
    'RUN pip list',
    'RUN pip install hg+https://x/a@1',
    'RUN pip install gitpython/x@1',
  ],
});
code('DL3013', { fires: ['RUN pip install gitpython/x'] });

code('DL3014', {
  onbuild: true,
  fires: [
    'RUN apt-get install python',
    'RUN apt-get -q install a',
    'RUN apt-get install --quiet a',
    'RUN apt-get -qqq install a',
    'RUN apt-get -q --quiet install a',
    'RUN apt-get -q=1 install a',
  ],
  silent: [
    'RUN apt-get install -y a',
    'RUN apt-get -y install a',
    'RUN apt-get install a -y',
    'RUN apt-get install --yes a',
    'RUN apt-get install --assume-yes a',
    'RUN apt-get --qq install a',
    'RUN apt-get -qq install a',
    'RUN apt-get -q -q install a',
    'RUN apt-get --quiet --quiet install a',
    'RUN apt-get -q=2 install a',
    'RUN apt-get -yq install a',
    'RUN apt-get update',
  ],
});

code('DL3015', {
  onbuild: true,
  fires: [
    'RUN apt-get install -y a',
    'RUN apt-get install -o APT::Install-Recommends=0 a',
    'RUN apt-get install -o APT::Install-Recommends=no a',
  ],
  silent: [
    'RUN apt-get install -y --no-install-recommends a',
    'RUN apt-get --no-install-recommends install a',
    'RUN apt-get install -o APT::Install-Recommends=false a',
    'RUN apt-get install -o "APT::Install-Recommends=false" a',
    'RUN apt-get update',
  ],
});

code('DL3016', {
  onbuild: true,
  fires: [
    'RUN npm install express',
    'RUN npm install -g express',
    'RUN npm install express@1 sax',
    'RUN npm install @scope/a',
    'RUN npm --registry https://x/ install a',
    'RUN npm install --loglevel verbose a',
    'RUN npm install git+https://git@github.com/a/b',
    'RUN npm install git://github.com/a/b.git',
    'RUN npm install .',
    'RUN npm install --prefix dir a@1',
  ],
  silent: [
    'RUN npm install',
    'RUN npm install -g express@4',
    'RUN npm install express@latest',
    'RUN npm install @scope/a@1',
    'RUN npm install "sax@>=0.1.0 <0.2.0"',
    'RUN npm install git://github.com/a/b.git#v1',
    'RUN npm install git+ssh://git@github.com:a/b.git#v1',
    'RUN npm install git+http://x/a/b#v1',
    'RUN npm install git+https://x/a/b#v1',
    'RUN npm install ./a.tgz',
    'RUN npm install x.tar',
    'RUN npm install x.tar.gz',
    'RUN npm install https://x/a.tgz',
    'RUN npm install /dir',
    'RUN npm install ../dir',
    'RUN npm install ~/dir',
    'RUN npm run install-it',
    'RUN npm run install a',
    'RUN npm i express',
    'RUN npm add express',
    'RUN npm --loglevel verbose install a@1',
    'RUN npm install --registry=https://x/ a@1',
  ],
});

code('DL3018', {
  onbuild: true,
  fires: [
    'RUN apk add flex',
    'RUN apk add --no-cache a=1 b',
    'RUN apk --no-cache add a',
    'RUN apk add \\\n a=1 \\\n b',
    'RUN apk add --virtual .deps a',
    'RUN apk add -t .deps a',
  ],
  silent: [
    'RUN apk add flex=2.6.4-r1',
    'RUN apk add --no-cache a=1 b~2',
    'RUN apk add "flex>=2.6"',
    'RUN apk add "flex<2.6"',
    'RUN apk add "libffi~3.2.1"',
    'RUN apk add "libbz2=~1.0.6-r4"',
    'RUN apk add git~=2.52',
    'RUN apk add --virtual .deps a=1',
    'RUN apk add --virtual=.deps a=1',
    'RUN apk add -t .deps a=1',
    'RUN apk add --repository https://x/ a=1',
    'RUN apk add --repository=https://x/ a=1',
    'RUN apk add -X https://x/ a=1',
    'RUN apk add a.apk',
    'RUN apk add',
    'RUN apk update',
  ],
});

code('DL3019', {
  onbuild: true,
  fires: [
    'RUN apk add a',
    'RUN apk add a && rm -rf /var/cache/apk/*',
    'RUN --mount=type=cache,target=/other apk add a',
    'RUN apk add --update a',
  ],
  silent: [
    'RUN apk add --no-cache a',
    'RUN apk --no-cache add a',
    'RUN --mount=type=cache,target=/var/cache/apk apk add a',
    'RUN --mount=type=tmpfs,target=/var/cache/apk apk add a',
    'RUN apk update',
  ],
});

code('DL3020', {
  fires: [
    'ADD a /b',
    'ADD a.zip /b',
    'ADD git@github.com:a/b /b',
    'ADD $A /b',
    'ADD a.tar b /c/',
    'ADD ["a", "/b"]',
    'ADD ftp://x/a /b',
    'ADD A.TAR /b',
  ],
  silent: [
    'ADD a.tar /b',
    'ADD "a.tar.gz" /b',
    'ADD a.tgz b.txz /c/',
    'ADD http://x/a /b',
    'ADD https://x/a /b',
    'ADD a.Z a.bz2 a.gz a.lz a.lzma a.tZ a.tb2 a.tbz a.tbz2 a.tlz a.tpz a.xz /b/',
    'COPY a /b',
  ],
  lines: [['FROM x\nADD \\\n a /b', 2]],
});

code('DL3021', {
  fires: [
    'COPY a b /dir',
    'COPY a b .',
    'COPY a b $DIR',
    'COPY ["a", "b", "/dir"]',
    'COPY a b "/dir"',
    'COPY --from=x a b /dir',
  ],
  silent: [
    'COPY a b /dir/',
    'COPY a /dir',
    'COPY a b "/dir/"',
    'COPY ["a", "b", "/dir/"]',
    'COPY a b ./',
    "COPY a b '/dir/'",
  ],
});
code('DL3021', {
  fires: ['COPY <<A <<B /dir\na\nA\nb\nB\n'],
  silent: ['COPY <<A <<B /dir/\na\nA\nb\nB\n', 'COPY <<A /dir\na\nA\n'],
});

code('DL3022', {
  fires: [
    'COPY --from=foo bar .',
    'FROM a AS one\nFROM b\nCOPY --from=One x y',
    'COPY --from=0 a b',
    'FROM a\nCOPY --from=1 a b',
    'FROM a\nCOPY --from=$X a b',
    'FROM a\nCOPY --from=later a b\nFROM b AS later',
  ],
  silent: [
    'FROM a AS one\nFROM b\nCOPY --from=one x y',
    'COPY --from=image:1 a b',
    'COPY --from=host:5000/image a b',
    'FROM a\nFROM b\nCOPY --from=0 a b',
    'FROM a AS one\nCOPY --from=one x y',
    'FROM a\nCOPY x y',
    'FROM a\nCOPY --from=0x a b',
  ],
});

code('DL3023', {
  fires: ['FROM a AS one\nCOPY --from=one x y', 'FROM a\nFROM b AS two\nCOPY --from=two x y'],
  silent: [
    'FROM a AS one\nFROM b AS two\nCOPY --from=one x y',
    'COPY --from=x a b',
    'FROM a AS one\nCOPY --from=0 x y',
    'FROM a AS one\nCOPY x y',
  ],
});

code('DL3024', {
  lines: [['FROM a AS x\nFROM b AS x\nFROM c AS x', 2, 3]],
  silent: ['FROM a AS x\nFROM b AS y', 'FROM a AS x\nFROM b AS X'],
});

code('DL3025', {
  fires: ['ENTRYPOINT s3cmd', 'CMD something', 'HEALTHCHECK CMD something', 'HEALTHCHECK --interval=5s CMD something'],
  silent: [
    'ENTRYPOINT ["s3cmd"]',
    'CMD ["a", "b"]',
    'CMD [ "a", "b" ]',
    'HEALTHCHECK CMD ["a"]',
    'HEALTHCHECK NONE',
    'CMD [ \\\n "a", \\\n "b" ]',
    'ONBUILD CMD something',
  ],
});

code('DL3026', {
  options: { trustedRegistries: ['docker.io', 'x.com', '*.example.com', 'gcr.*', 'foo.com:5000'] },
  fires: [
    'FROM bad.com/a',
    'FROM bad.com/a AS x',
    'FROM a\nCOPY --from=bad.com/a:1 x y',
    'RUN --mount=type=bind,from=bad.com/a,target=/x y',
    'RUN --mount=from=bad.com/a,target=/x y',
    'RUN --mount=type=cache,from=bad.com/a,target=/x y',
    'FROM foo.com/a',
  ],
  silent: [
    'FROM debian',
    'FROM docker.io/debian',
    'FROM x.com/a',
    'FROM team.example.com/a',
    'FROM gcr.io/a',
    'FROM foo.com:5000/a',
    'FROM scratch',
    'FROM a AS x\nFROM x\nCOPY --from=x b c',
    'RUN --mount=type=secret,id=x y',
    'COPY a b',
    'FROM localhost:5000/x',
  ],
});
code('DL3026', {
  options: { trustedRegistries: ['other.com'] },
  lines: [['FROM a\nFROM b\nFROM c', 1, 2, 3]],
  fires: ['COPY --from=0 a b', 'FROM docker.io/a'],
  silent: ['FROM scratch', 'FROM other.com/a AS x\nFROM x'],
});
code('DL3026', { options: { trustedRegistries: ['hub.docker.com'] }, silent: ['FROM a'] });
code('DL3026', { options: { trustedRegistries: ['*'] }, silent: ['FROM a', 'FROM bad.com/a'] });
code('DL3026', { silent: ['FROM bad.com/a'] });

code('DL3027', {
  onbuild: true,
  fires: ['RUN apt install a', 'RUN true && apt update'],
  silent: ['RUN apt-get install a', 'RUN apt-get install apt'],
});

code('DL3028', {
  onbuild: true,
  fires: ['RUN gem install bundler', 'RUN gem i bundler', 'RUN gem install a:1 b', 'RUN gem install a -- --use-system'],
  silent: [
    'RUN gem install bundler:2',
    'RUN gem i bundler:2',
    'RUN gem install bundler -v 2',
    'RUN gem install bundler --version 2',
    'RUN gem install bundler --version=2',
    'RUN gem install a:1 -- --use-system x',
    'RUN gem install --no-document x',
    'RUN gem list',
  ],
});

code('DL3029', {
  fires: ['FROM --platform=linux/amd64 a', 'FROM --platform=$OTHER a', 'FROM --platform=linux a AS b'],
  silent: [
    'FROM a',
    'FROM --platform=$BUILDPLATFORM a',
    'FROM --platform=${BUILDPLATFORM:-} a',
    'FROM --platform="${TARGETPLATFORM}" a',
    'FROM --platform=${BUILDPLATFORM:-linux/amd64} a',
  ],
});

for (const [name, program] of [
  ['DL3030', 'yum'],
  ['DL3038', 'dnf'],
  ['DL3038', 'microdnf'],
] as const) {
  code(name, {
    onbuild: true,
    fires: [`RUN ${program} install a`, `RUN ${program} groupinstall a`, `RUN ${program} localinstall a`],
    silent: [
      `RUN ${program} install -y a`,
      `RUN ${program} -y install a`,
      `RUN ${program} install --assumeyes a`,
      `RUN ${program} groupinstall -yq a`,
      `RUN not${program} install a`,
      `RUN ${program} update`,
    ],
  });
}

code('DL3032', {
  onbuild: true,
  fires: [
    'RUN yum install -y a',
    'RUN yum clean all && yum install -y a',
    'RUN yum clean all && yum install -y a && yum clean all',
    'RUN --mount=type=cache,target=/var/cache/yum yum install -y a',
    'RUN yum install a && rm -r /var/cache/yum',
  ],
  silent: [
    'RUN yum install -y a && yum clean all',
    'RUN yum install -y a && rm -rf /var/cache/yum/*',
    'RUN yum install -y a && rm -rf /other',
    'RUN yum update',
    'RUN yum install a && yum clean metadata',
  ],
});

for (const [name, program] of [
  ['DL3033', 'yum'],
  ['DL3041', 'dnf'],
  ['DL3041', 'microdnf'],
] as const) {
  code(name, {
    onbuild: true,
    fires: [
      `RUN ${program} install -y tomcat`,
      `RUN ${program} install -y rpm-sign`,
      `RUN ${program} install -y tomcat-9 httpd`,
      `RUN ${program} module install -y tomcat`,
      `RUN ${program} install git-core-\${version}`,
      `RUN ${program} --enablerepo x install a-1`,
    ],
    silent: [
      `RUN ${program} install -y tomcat-9.0.1`,
      `RUN ${program} install openssl-1:1.1.1k`,
      `RUN ${program} install rpm-sign-4.16.1.3`,
      `RUN ${program} install gcc-c++-1.1.1`,
      `RUN ${program} install my-package.rpm`,
      `RUN ${program} module install -y tomcat:9`,
      `RUN ${program} update`,
      `RUN ${program} install -y`,
    ],
  });
  code(name, {
    fires: [
      `FROM a\nENV version=1\nFROM b\nRUN ${program} install git-core-\${version}`,
      `FROM a AS base\nFROM base\nRUN ${program} install git-core-\${version}\nENV version=1`,
      `ENV version=1\nONBUILD RUN ${program} install git-core-\${version}`,
    ],
    silent: [
      `ENV version=1\nRUN ${program} install git-core-\${version}`,
      `ARG version\nRUN ${program} install git-core-$version`,
      `FROM a\nARG version=1\nFROM b\nRUN ${program} install git-core-\${version}`,
      `ARG version=1\nFROM b\nRUN ${program} install git-core-\${version}`,
      `FROM a AS base\nENV version=1\nFROM base\nRUN ${program} install git-core-\${version}`,
      `ONBUILD ENV version=1\nONBUILD RUN ${program} install git-core-\${version}`,
    ],
  });
}
code('DL3041', {
  onbuild: true,
  silent: [
    'RUN dnf group install -y "Development Tools"',
    'RUN dnf -y group install x',
    'RUN microdnf group install --x y',
  ],
});

code('DL3034', {
  onbuild: true,
  fires: [
    'RUN zypper install a',
    'RUN zypper in a',
    'RUN zypper remove a',
    'RUN zypper rm a',
    'RUN zypper source-install a',
    'RUN zypper si a',
    'RUN zypper patch',
  ],
  silent: [
    'RUN zypper install -y a',
    'RUN zypper --non-interactive install a',
    'RUN zypper -n install a',
    'RUN zypper install --no-confirm a',
    'RUN zypper refresh',
  ],
});
code('DL3035', {
  onbuild: true,
  fires: ['RUN zypper dup', 'RUN zypper dist-upgrade -y'],
  silent: ['RUN zypper update', 'RUN zypper install dups'],
});
code('DL3036', {
  onbuild: true,
  fires: ['RUN zypper install a', 'RUN zypper in a', 'RUN zypper clean && zypper install a'],
  silent: [
    'RUN zypper install a && zypper clean',
    'RUN zypper in a && zypper cc',
    'RUN --mount=type=cache,target=/var/cache/zypp zypper install a',
    'RUN zypper refresh',
  ],
});
code('DL3037', {
  onbuild: true,
  fires: ['RUN zypper install tomcat', 'RUN zypper in a=1 b', 'RUN zypper install -y a'],
  silent: [
    'RUN zypper install a=1',
    'RUN zypper install "a>=1"',
    'RUN zypper install a\\>=1',
    'RUN zypper install "a<1"',
    'RUN zypper in a.rpm',
    'RUN zypper refresh',
  ],
});

code('DL3040', {
  onbuild: true,
  fires: [
    'RUN dnf install -y a',
    'RUN microdnf install -y a',
    'RUN dnf -y upgrade',
    'RUN dnf in a',
    'RUN dnf up',
    'RUN dnf upgrade-minimal',
    'RUN dnf up-min',
    'RUN dnf reinstall a',
    'RUN dnf rei a',
    'RUN dnf clean all && dnf install a',
    'RUN microdnf install a && dnf clean all',
    'RUN dnf install a && microdnf clean all',
    'RUN --mount=type=cache,target=/var/cache/dnf dnf install a',
  ],
  silent: [
    'RUN dnf install -y a && dnf clean all',
    'RUN microdnf install -y a && microdnf clean all',
    'RUN dnf install a && rm -rf /var/cache/yum/*',
    'RUN dnf install a && rm -rf /var/cache/libdnf5*',
    'RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install a',
    'RUN --mount=type=cache,target=/root/.cache/libdnf5 dnf install a',
    'RUN --mount=type=tmpfs,target=/var/cache/libdnf5 dnf install a',
    'RUN notdnf install a',
    'RUN dnf remove a',
  ],
});

code('DL3042', {
  onbuild: true,
  fires: [
    'RUN pip install a',
    'RUN pip3 install a',
    'RUN python3 -m pip install a',
    'RUN PIP_NO_CACHE_DIR=0 pip install a',
    'RUN PIP_NO_CACHE_DIR=off pip install a',
    'RUN --mount=type=cache,target=/other pip install a',
  ],
  silent: [
    'RUN pip install --no-cache-dir a',
    'RUN pip --no-cache-dir install a',
    'RUN python -m pip install --no-cache-dir a',
    'RUN pipx install a',
    'RUN pipenv install a',
    'RUN python -m pipx install a',
    'RUN PIP_NO_CACHE_DIR=1 pip install a',
    'RUN export PIP_NO_CACHE_DIR=1 && pip install a',
    'RUN PIP_NO_CACHE_DIR=true pip install a',
    'RUN PIP_NO_CACHE_DIR="yes" pip install a',
    'RUN --mount=type=cache,target=/root/.cache/pip pip install a',
    'RUN --mount=type=tmpfs,target=/root/.cache/pip pip install a',
  ],
});
code('DL3042', {
  fires: [
    'ENV PIP_NO_CACHE_DIR=0\nRUN pip install a',
    'ENV PIP_NO_CACHE_DIR=no\nRUN pip install a',
    'FROM a\nENV PIP_NO_CACHE_DIR=1\nFROM b\nRUN pip install a',
    'FROM a AS x\nENV PIP_NO_CACHE_DIR=1\nFROM a\nRUN pip install a',
    'ENV PIP_NO_CACHE_DIR=1\nONBUILD RUN pip install a',
    'FROM a AS build\nRUN pip install a\nFROM b',
    'Run pip install a',
  ],
  silent: [
    ...['1', 'true', 'True', 'TRUE', 'on', 'On', 'ON', 'yes', 'Yes', 'YES', '"1"'].map(
      (value) => `ENV PIP_NO_CACHE_DIR=${value}\nRUN pip install a`,
    ),
    'ENV PIP_NO_CACHE_DIR 1\nRUN pip install a',
    'FROM a AS x\nENV PIP_NO_CACHE_DIR=1\nFROM x\nRUN pip install a',
    'FROM a AS x\nENV PIP_NO_CACHE_DIR=1\nFROM x AS y\nFROM y\nRUN pip install a',
    'FROM a\nENV PIP_NO_CACHE_DIR=1\nFROM a\nRUN pip install a',
    'ONBUILD ENV PIP_NO_CACHE_DIR=1\nONBUILD RUN pip install a',
  ],
});

code('DL3043', {
  fires: ['ONBUILD ONBUILD RUN a', 'ONBUILD FROM a', 'ONBUILD MAINTAINER a'],
  silent: [
    ...[
      'ADD a b',
      'ARG a',
      'CMD a',
      'COPY a b',
      'ENTRYPOINT a',
      'ENV a=b',
      'EXPOSE 69',
      'HEALTHCHECK NONE',
      'LABEL a=b',
    ].map((body) => `ONBUILD ${body}`),
    ...['RUN a', 'SHELL ["a"]', 'STOPSIGNAL 9', 'USER a', 'VOLUME a', 'WORKDIR /a'].map((body) => `ONBUILD ${body}`),
    'FROM a\nMAINTAINER a',
  ],
});

code('DL3044', {
  fires: [
    'ENV BLA=1 FOO=$BLA',
    'ENV BLA=1 FOO=${BLA}',
    'ENV FOO="$BLA/x" BLA=1',
    'ENV BLA=1 FOO=$BLA/$BLAFOO',
    'ENV PATH=/a:$PATH PATH=/b:$PATH',
    'ENV BLA=1 FOO=$BLA/x',
  ],
  silent: [
    'ENV BLA=1',
    'ENV BLA=1 FOO=2',
    'ENV BLA=1\nENV FOO=$BLA',
    'ENV BLA=0\nENV BLA=1 FOO=$BLA',
    'ARG BLA\nENV BLA=1 FOO=$BLA',
    'FROM a\nENV BLA=0\nFROM b\nENV BLA=1 FOO=$BLA',
    'ENV PATH=/a:$PATH B=1',
    'ENV BLA=1 FOO=$BLAFOO',
    'ENV BLA=1 FOO=${FOOBLA}',
    'ENV BLA=1 FOO=${BLA:-x}',
    'ENV BLA 1 $BLA',
  ],
  lines: [['ENV BLA=1 \\\n  FOO=$BLA \\\n  BAR=$BLA', 1]],
});

code('DL3045', {
  fires: [
    'FROM a\nCOPY a b',
    'FROM a\nCOPY foo .',
    'FROM a\nCOPY a "b/c"',
    'FROM a\nWORKDIR /x\nFROM b\nCOPY a b',
    'FROM a AS x\nFROM x\nCOPY a b',
    'COPY a b',
    'FROM a\nCOPY --from=x a b',
    'FROM a\nONBUILD WORKDIR /x\nCOPY a b',
    'FROM a\nCOPY a b\nWORKDIR /x',
  ],
  silent: [
    'FROM a\nCOPY a /b',
    'FROM a\nCOPY a "/b"',
    'FROM a\nCOPY a $b',
    'FROM a\nCOPY a "${b}"',
    'FROM a\nCOPY a c:/b',
    "FROM a\nCOPY a 'C:\\b'",
    'FROM a\nWORKDIR /x\nCOPY a b',
    'FROM a\nWORKDIR x\nCOPY a b',
    'WORKDIR /x\nCOPY a b',
    'FROM a AS x\nWORKDIR /x\nFROM x\nCOPY a b',
    'FROM a AS x\nWORKDIR /x\nFROM x AS y\nFROM y AS z\nCOPY a b',
    'FROM a\nWORKDIR /x\nFROM a\nCOPY a b',
    'FROM a\nADD a b',
    'FROM a\nONBUILD COPY a b',
  ],
});

code('DL3046', {
  onbuild: true,
  fires: ['RUN useradd -u 123456 a', 'RUN useradd -u ${UID} a', 'RUN useradd -mu 123456 a'],
  silent: [
    'RUN useradd a',
    'RUN useradd -u 12345 a',
    'RUN useradd -l -u 123456 a',
    'RUN useradd --no-log-init -u 123456 a',
    'RUN useradd --uid 123456 a',
    'RUN useradd -u123456 a',
  ],
});

code('DL3047', {
  onbuild: true,
  fires: ['RUN wget x', 'RUN wget x && wget -q y', 'RUN wget -O - x'],
  silent: [
    ...[
      '--progress=dot:giga',
      '-q',
      '--quiet',
      '-o log',
      '--output-file log',
      '--output-file=log',
      '-a log',
      '--append-output=log',
      '-nv',
      '--no-verbose',
      '-qO-',
    ].map((option) => `RUN wget ${option} x`),
    'RUN curl x',
  ],
});

code('DL3048', {
  fires: [
    'LABEL +?not..valid--key=x',
    'LABEL Foo=x',
    'LABEL 1foo=x',
    'LABEL foo-=x',
    'LABEL foo$character=x',
    'LABEL invalid$character=x',
    'LABEL .invalid ="foo"',
    'LABEL com.docker.a=x',
    'LABEL io.docker.a=x',
    'LABEL org.dockerproject.a=x',
    'LABEL a..b=x',
    'LABEL a--b=x',
    'LABEL "foo bar"=x',
    'LABEL ok=1 Bad=2',
  ],
  silent: [
    'LABEL foo=x',
    'LABEL org.valid-key.label3=x',
    'LABEL "foo"=x',
    'LABEL a/b=x',
    'LABEL a_b.c-d=x',
    'LABEL com.dockerx=x',
    'ONBUILD LABEL Foo=x',
  ],
  lines: [['FROM a\nLABEL ok=1 \\\n  Bad=2 \\\n  Worse=3', 2]],
});

code('DL3049', {
  options: { labelSchema: { foo: 'text' } },
  lines: [
    ['FROM a\nFROM b', 1, 2],
    ['FROM a\nLABEL foo=x\nFROM b', 3],
    ['FROM a as base\nFROM base', 1, 2],
    ['FROM a as base\nFROM base\nLABEL foo=x'],
    ['FROM a as base\nLABEL foo=x\nFROM base'],
    ['FROM a as base\nFROM b\nLABEL foo=x\nCOPY --from=base x y'],
    ['FROM a as base\nFROM b\nLABEL foo=x', 1],
    ['FROM a as base\nFROM base\nFROM base\nLABEL foo=x', 2],
    ['FROM a as base\nFROM base\nLABEL foo=x\nFROM base', 4],
    ['FROM a as base\nFROM base as named\nLABEL foo=x', 1],
  ],
  silent: ['FROM a\nLABEL foo=x', 'FROM a\nLABEL "foo"="x" bar=y'],
});
code('DL3049', {
  options: { labelSchema: { foo: 'text', bar: 'text' } },
  lines: [
    ['FROM a', 1, 1],
    ['FROM a\nLABEL foo=x', 1],
  ],
});
code('DL3049', { silent: ['FROM a'] });

code('DL3050', {
  options: { strictLabels: true, labelSchema: { a: 'text' } },
  lines: [
    ['LABEL b=x', 1],
    ['LABEL a=1 b=2 c=3', 1],
  ],
  silent: ['LABEL a=x', 'RUN x'],
});
code('DL3050', { options: { strictLabels: true }, fires: ['LABEL a=x'] });
code('DL3050', { options: { labelSchema: { a: 'text' } }, silent: ['LABEL b=x'] });

code('DL3051', {
  options: { labelSchema: { a: 'text', u: 'url' } },
  fires: ['LABEL a=', 'LABEL a=""', 'LABEL u=""'],
  silent: ['LABEL a=x', 'LABEL b=""'],
});
code('DL3052', {
  options: { labelSchema: { u: 'url' } },
  fires: ['LABEL u=not-url', 'LABEL u="a b"', 'LABEL u=$URL'],
  silent: [
    'LABEL u=http://example.com',
    'LABEL u="https://example.com/a?b=c#d"',
    'LABEL other=x',
    'LABEL u=mailto:a@b',
  ],
});
code('DL3053', {
  options: { labelSchema: { d: 'rfc3339' } },
  fires: [
    'LABEL d=not-a-date',
    'LABEL d=2021-03-10',
    'LABEL d=2021-02-30T10:26:33Z',
    'LABEL d=2021-03-10T10:26:33',
    'LABEL d=2021-13-10T10:26:33Z',
    'LABEL d=2021-03-10T25:26:33Z',
  ],
  silent: [
    'LABEL d=2021-03-10T10:26:33.564595127+01:00',
    'LABEL d="2021-03-10T10:26:33Z"',
    'LABEL d=2024-02-29T00:00:00Z',
  ],
});
code('DL3054', {
  options: { labelSchema: { l: 'spdx' } },
  fires: ['LABEL l=not-spdx', 'LABEL l=mit', 'LABEL l="MIT OR Apache-2.0"'],
  silent: ['LABEL l=MIT', 'LABEL l=BSD-3-Clause'],
});
code('DL3055', {
  options: { labelSchema: { h: 'hash' } },
  fires: ['LABEL h=not-hash', 'LABEL h=A2CB38C', 'LABEL h=a2cb38', 'LABEL h=a2cb38c7'],
  silent: ['LABEL h=a2cb38c', 'LABEL h=43c572f1272b8c3171dd1db9e41b7027128ce080'],
});
code('DL3056', {
  options: { labelSchema: { v: 'semver' } },
  fires: ['LABEL v=v1.2.3', 'LABEL v=1.2', 'LABEL v=1.02.3', 'LABEL v=not'],
  silent: ['LABEL v=1.0.0', 'LABEL v=2.0.1-rc1', 'LABEL v=1.0.0-alpha.1+build.5'],
});
code('DL3058', {
  options: { labelSchema: { m: 'email' } },
  fires: ['LABEL m=not-mail', 'LABEL m=a@', 'LABEL m="a b@c"'],
  silent: ['LABEL m=abcd@google.com', 'LABEL m="\'a b\'@c.d"', 'LABEL m=a.b+c@d'].filter(
    (text) => !text.includes('a b'),
  ),
});

code('DL3057', {
  lines: [
    ['FROM a', 1],
    ['FROM a AS x\nFROM x AS y\nFROM x\nHEALTHCHECK CMD a', 2],
    ['FROM a AS x\nFROM x AS z\nHEALTHCHECK CMD a\nFROM x AS y', 4],
    ['FROM a\nHEALTHCHECK CMD a\nFROM b', 3],
  ],
  silent: [
    'FROM a\nHEALTHCHECK CMD a',
    'FROM a\nHEALTHCHECK NONE',
    'FROM a AS x\nFROM x AS y\nFROM y\nHEALTHCHECK CMD a',
    'FROM a AS x\nHEALTHCHECK CMD a\nFROM x',
    'FROM a\nHEALTHCHECK CMD a\nFROM a',
    'FROM a AS x\nFROM x\nHEALTHCHECK CMD a\nFROM x AS y',
  ],
});

code('DL3059', {
  lines: [
    ['RUN a\nRUN b', 2],
    ['RUN a\n# comment\nRUN b', 3],
    ['RUN foo && bar\nRUN foo\nRUN bar', 3],
    ['RUN a\nRUN b\nRUN c', 2, 3],
    ['RUN --mount=type=cache,target=/x a\nRUN --mount=target=/x,type=cache b', 2],
    ['RUN a\nRUN b && c\nRUN d'],
  ],
  silent: [
    'RUN a\nENV x=1\nRUN b',
    'RUN a && b\nRUN c && d',
    'RUN a; b\nRUN c',
    'RUN a | b\nRUN c',
    'RUN a $(b)\nRUN c',
    'RUN a\nRUN --mount=type=cache,target=/x b',
    'RUN --network=none a\nRUN b',
    'RUN --security=insecure a\nRUN b',
    'RUN a\nONBUILD RUN b\nRUN c',
    'RUN a',
    'RUN a\nFROM b\nRUN c',
  ],
});

code('DL3060', {
  onbuild: true,
  fires: ['RUN yarn install', 'RUN yarn cache clean && yarn install', 'RUN yarn install --frozen-lockfile'],
  silent: [
    'RUN yarn install && yarn cache clean',
    'RUN --mount=type=cache,target=/root/.cache/yarn yarn install',
    'RUN yarn',
    'RUN yarn add a',
    'RUN yarn run install',
  ].filter((text) => !text.includes('run')),
});
code('DL3060', {
  fires: [
    'FROM a\nRUN yarn install',
    'FROM a AS x\nRUN yarn install\nFROM x',
    'FROM a AS x\nONBUILD RUN yarn install\nFROM b',
    'RUN --mount=type=cache,target=/root/.cache/yarn yarn cache clean && yarn install',
  ],
  silent: ['FROM a AS x\nRUN yarn install\nFROM b\nCOPY --from=x /a /a'],
});

code('DL3061', {
  lines: [
    ['RUN a\nFROM b', 1],
    ['LABEL a=b\nENV a=b\nFROM c\nRUN d', 1, 2],
    ['RUN a\nRUN b', 1, 2],
    ['ONBUILD RUN a\nFROM b', 1],
  ],
  silent: ['FROM a\nRUN b', 'ARG A=1\nFROM b:$A', '# comment\nARG A\n\nFROM b', '# escape=`\nFROM a'],
});

code('DL3062', {
  onbuild: true,
  fires: [
    'RUN go install x',
    'RUN go get x',
    'RUN go install x@latest',
    'RUN go install x@none',
    'RUN go install x@1 y',
    'RUN go run x',
    'RUN go run x@latest',
    'RUN go get -u x',
    'RUN go get -tool x',
    'RUN go install -ldflags x y@1',
  ],
  silent: [
    'RUN go install x@v1',
    'RUN go get x@v1.2.3',
    'RUN go install .',
    'RUN go install ./...',
    'RUN go install /x',
    'RUN go run .',
    'RUN go run x@v1 y z',
    'RUN go run ./cmd',
    'RUN go get',
    'RUN go build x',
    'RUN go get -tool x@1',
    'RUN go install tool',
  ],
});

code('DL3063', {
  fires: ['FROM a AS scratch', 'FROM a AS context'],
  silent: ['FROM a AS build', 'FROM scratch', 'FROM a AS Scratch'],
});

code('DL3064', {
  fires: [
    'ENV PASSWORD=x',
    'ARG GITHUB_TOKEN',
    'ENV a=1 MySecret=x',
    'ARG aws_access_key_id',
    'ENV DOCKER_EMAIL=x',
    'ENV MY_API_KEY=x',
    'ENV CLIENT_KEY=x',
    'ARG USERNAME',
    'ENV PRIVATE=x',
    'ARG TOKEN\nFROM a',
    'ONBUILD ENV PASSWORD=x',
    'ONBUILD ARG TOKEN',
  ],
  silent: ['ENV PATH=/x', 'ARG VERSION', 'ENV a=password', 'LABEL password=x', 'ENV KEY=x', 'ARG A=1 TOKEN=2'],
  lines: [['ENV A=1 \\\n  TOKEN=2 \\\n  SECRET=3', 1]],
});

code('DL3065', {
  fires: ['FROM --platform=$TARGETPLATFORM a', 'FROM --platform=${TARGETPLATFORM} a'],
  silent: ['FROM a', 'FROM --platform=$BUILDPLATFORM a', 'FROM --platform=${TARGETPLATFORM:-x} a'],
});

code('DL3066', {
  fires: ['USER root', 'USER app', 'USER app:1000', 'ENV UID=1000\nUSER $UID', 'USER "1000"', 'USER $UID\nARG UID'],
  silent: [
    'USER 1000',
    'USER 1000:1000',
    'USER 0',
    'USER 1000:app',
    'ARG UID\nUSER $UID',
    'ARG UID\nUSER ${UID}:app',
    'FROM a\nARG UID\nFROM b\nUSER $UID',
    'ARG U\nUSER $UID',
    'USER :app',
  ],
});

code('DL3067', {
  fires: ['FROM a\nCOPY --from=x / /', 'COPY --from=x "/" "/"', 'COPY --from=x /a / /'],
  silent: ['COPY / /', 'COPY --from=x /app /', 'COPY --from=x / /app'],
});

code('DL4000', {
  fires: ['FROM a\nMAINTAINER me', 'MAINTAINER me\nFROM a'],
  silent: ['FROM a\nLABEL maintainer=me', 'ONBUILD MAINTAINER me'],
});

code('DL4001', {
  lines: [
    ['FROM a\nRUN wget x\nRUN curl y\nRUN echo z', 3],
    ['FROM a\nRUN wget x\nRUN curl y\nRUN echo z\nRUN wget x', 3, 5],
    ['FROM a\nRUN wget x && curl y', 2],
    ['RUN wget x\nRUN curl y', 2],
    ['ONBUILD RUN wget x\nONBUILD RUN curl y', 2],
  ],
  silent: [
    'FROM a\nRUN wget x\nFROM b\nRUN curl y',
    'FROM a\nRUN curl x\nRUN curl y',
    'RUN apt-get install wget\nRUN curl x',
    'RUN wget x\nONBUILD RUN curl y',
  ],
});

code('DL4003', {
  lines: [
    ['FROM a\nCMD a\nCMD b\nCMD c', 3, 4],
    ['CMD a\nCMD b', 2],
  ],
  silent: ['FROM a\nCMD a\nFROM b\nCMD b', 'FROM a\nCMD a\nHEALTHCHECK CMD b', 'FROM a\nCMD a\nONBUILD CMD b'],
});
code('DL4004', {
  lines: [['FROM a\nENTRYPOINT a\nENTRYPOINT b', 3]],
  silent: ['FROM a\nENTRYPOINT a\nFROM b\nENTRYPOINT b', 'FROM a\nENTRYPOINT a\nCMD b'],
});

code('DL4005', {
  onbuild: true,
  fires: ['RUN ln -sfv /bin/bash /bin/sh', 'RUN a && ln -s /bin/bash /bin/sh', 'RUN ln -s /bin/sh /other'],
  silent: ['RUN touch /bin/sh', 'RUN ln -s a b', 'RUN echo /bin/sh'],
});

code('DL4006', {
  onbuild: false,
  fires: [
    'RUN wget -O - x | wc -l > y',
    'RUN a |& b',
    'RUN echo $(a | b)',
    'RUN set -o pipefail && a | b',
    'RUN if a | b; then c; fi',
    'RUN ["/bin/sh", "-c", "a | b"]',
  ],
  silent: ['RUN a || b', 'RUN a', "RUN echo 'a | b'"],
});
code('DL4006', {
  fires: [
    'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN a | b',
    'FROM a AS x\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM x\nRUN a | b',
    'FROM a\nRUN a | b\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]',
    'FROM a\nSHELL ["C:\\\\x\\\\powershell.exe", "-c"]\nRUN a | b',
    '# hadolint shell=bash\nFROM a\nRUN a | b',
  ],
  silent: [
    'FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["/usr/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["/usr/local/bin/zsh", "-o", "pipefail", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["powershell.exe", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["pwsh", "-c"]\nRUN a | b',
    'FROM a\nSHELL ["cmd.exe", "-c"]\nRUN a | b',
  ],
});
