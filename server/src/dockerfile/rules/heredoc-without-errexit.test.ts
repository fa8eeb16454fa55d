import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'heredoc-without-errexit', [
  'FROM a\nRUN <<E\nset -eux\na\nb\nE\n',
  'FROM a\nRUN <<E\nset -o errexit\na\nb\nE\n',
  'FROM a\nRUN <<E\n#!/bin/bash -e\na\nb\nE\n',
  'FROM a\nRUN <<E\n#!/usr/bin/env python3\na\nb\nE\n',
  'FROM a\nRUN python3 <<E\na\nb\nE\n',
  'FROM a\nRUN cat <<E > /x\na\nb\nE\n',
  'FROM a\nSHELL ["/bin/bash", "-euo", "pipefail", "-c"]\nRUN <<E\na\nb\nE\n',
  'FROM a\nSHELL ["powershell", "-Command"]\nRUN <<E\na\nb\nE\n',
  'FROM a\nRUN bash -eu <<E\na\nb\nE\n',
  'FROM a\nRUN <<E\na &&\nb\nE\n',
  'FROM a\nRUN <<E\na\nE\n',
  'FROM a\nRUN <<E\na || exit 1\nb\nE\n',
  'FROM a\nRUN <<E\nX=1\nexport Y=2\necho hello\nrm -rf /x\na\nE\n',
  'FROM a\nRUN <<E\nmkdir -p /x\ncat y > /x/y\nchmod 755 /x/y\nE\n',
  'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN <<E\na\nb\nE\n',
  'FROM a\nRUN <<E\napt-get update\napt-get install -y x\nE\n',
  'FROM a\nRUN <<E\napk update -q\n«apk» add x\ny\nE\n',
  'FROM a\nRUN a; b\n',
  'FROM a\nCOPY <<E /x\na\nb\nE\n',
  'FROM a\nRUN <<E\na && «b»\nc\nE\n',
  'FROM a\nRUN --mount=type=cache,target=/c <<-E\n\t«a» | d\n\tb\n\tE\n',
  'FROM a\nRUN <<E\n«a»\nif b; then c; fi\nE\n',
  'FROM a\nRUN <<E bash\n«a»\nb\nE\n',
  'FROM a\nONBUILD RUN <<E\n«a»\nb\nE\n',
]);
