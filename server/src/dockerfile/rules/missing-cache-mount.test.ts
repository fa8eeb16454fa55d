import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'missing-cache-mount', [
  'FROM a\nRUN npm run build',
  'FROM a\nRUN --mount=type=cache,target=/x npm ci',
  'FROM a\nRUN pip install --no-cache-dir x',
  'FROM a\nRUN apk add --no-cache x',
  'FROM a\nUSER app\nRUN npm ci',
  'FROM a AS b\nUSER $U\nFROM b\nRUN npm ci',
  'FROM gcr.io/distroless/nodejs24-debian13:nonroot\nRUN npm ci',
  'FROM a\nUSER app\nRUN x\nUSER root\nRUN «npm» ci\nUSER app',
  'FROM a\nRUN «pip» install x && pip install y && npm ci',
  [
    'FROM a\nRUN --network=host apt-get update && «apt-get» install -y x\n',
    {
      fixed:
        'FROM a\nRUN --network=host --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked apt-get update && apt-get install -y x\n',
    },
  ],
  [
    'FROM a\nRUN <<E\n«yarn»\nE\n',
    { fixed: 'FROM a\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn <<E\nyarn\nE\n' },
  ],
]);
