import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'secrets-used-in-arg-or-env', [
  'ARG TOKEN\nFROM a',
  'FROM a\nARG TOKENIZER\nENV MONKEY=1 KEYS=2 KEY_VERSION=3 SECRET_FILE=4 PUBLIC_KEY=5\nLABEL token=x',
  'FROM a\nARG «token»=1\nENV A=1 «My_Api_Key»=2 «AUTH»=3',
  'FROM a\nENV «PASSWORD» x',
]);
