import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('useradd-no-log-init', () => {
  it('measures the number in every form', async () => {
    await check(
      dockerfile,
      'useradd-no-log-init',
      'FROM debian:12\nRUN useradd -u «100000» a && useradd «-u100000» b && useradd --uid «100000» c && useradd -mru «100000» d\n',
    );
    await check(
      dockerfile,
      'useradd-no-log-init',
      'FROM debian:12\nRUN useradd -u 99999 a && useradd -lu 100000 b && useradd --no-log-init --uid=100000 c && useradd -u $ID d\n',
    );
    await check(
      dockerfile,
      'useradd-no-log-init',
      'FROM debian:12\nRUN useradd --uid 100000 c && useradd -u «$SOME» d\n',
      { options: { exact: true } },
    );
  });
});
