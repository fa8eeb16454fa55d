import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('yum-yes', () => {
  it('knows every way to say yes', async () => {
    await check(
      dockerfile,
      'yum-yes',
      'FROM almalinux:9\nRUN yum -y install a && yum install --assumeyes a && yum update\n',
    );
    await check(dockerfile, 'yum-yes', 'FROM almalinux:9\nRUN «yum localinstall» a\n', {
      fixed: 'FROM almalinux:9\nRUN yum localinstall -y a\n',
      messages: ["'yum localinstall' would wait for an answer. Add '-y'."],
    });
  });
});
