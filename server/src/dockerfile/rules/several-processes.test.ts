import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'several-processes', [
  'FROM a\nCMD ["b"]',
  'FROM a\nCMD b && c',
  'FROM a\nRUN b & c',
  'FROM a\nCMD (b & c)',
  'FROM a\nCMD /usr/sbin/sshd -t && exec sshd -D',
  'FROM a\nCMD cron',
  'FROM a\nCMD «cron» && python app.py',
  'FROM a\nCMD ["sh", "-c", "«/usr/sbin/sshd -p 22»; exec app"]',
  'FROM a\nCMD «b» & «c» & d',
  'FROM a\nENTRYPOINT ["bash", "-c", "«/etc/init.d/x start»; y"]',
]);
