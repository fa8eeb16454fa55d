import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'exec-form-not-json', [
  'FROM a\nRUN ["b"]\nCMD []',
  'FROM a\nRUN [ -f x ] && y\nRUN [ "$a" = "b" ] || c',
  'FROM a\nRUN [[ $a ]]',
  'FROM a\nLABEL a=["b"',
  "FROM a\nENTRYPOINT «['b']»",
  'FROM a\nVOLUME «[/data]»',
  "FROM a\nONBUILD CMD «['b']»",
  ['FROM a\nRUN «["b" "c",]»\n', { fixed: 'FROM a\nRUN ["b", "c"]\n' }],
  ['FROM a\nADD «[\'b c\', "d"]»\n', { fixed: 'FROM a\nADD ["b c", "d"]\n' }],
]);
