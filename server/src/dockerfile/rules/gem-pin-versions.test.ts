import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('gem-pin-versions', () => {
  it('knows options with and without value', async () => {
    await check(
      dockerfile,
      'gem-pin-versions',
      'FROM ruby:3.4\nRUN gem install --no-document «x»\nRUN gem install -i /dir x:1\nRUN gem install x -v 1\nRUN gem install --version=1 x\nRUN gem install x:1 -- --with-y z\nRUN gem install ./x.gem\n',
    );
    await check(dockerfile, 'gem-pin-versions', 'FROM ruby:3.4\nRUN gem install --no-document x\n', {
      options: { exact: true },
    });
  });
  it('looks at installing only', async () => {
    await check(
      dockerfile,
      'gem-pin-versions',
      'FROM ruby:3.4\nRUN gem list x && gem update --system\nRUN gem i «x»\n',
    );
  });
});
