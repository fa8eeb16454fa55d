import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'legacy-key-value-format', [
  'FROM a\nENV A=b\nLABEL c=d',
  'FROM a\nENV A',
  'FROM a\nARG A b',
  ['FROM a\nENV «A   b\\\nc»\n', { fixed: 'FROM a\nENV A=b\\\nc\n' }],
  ['FROM a\nENV «A b \\\n  c»\n', { fixed: 'FROM a\nENV A="b \\\n  c"\n' }],
  ['FROM a\nLABEL «A "b c"»\n', { fixed: 'FROM a\nLABEL A="b c"\n' }],
  ["FROM a\nLABEL «A 'b' c $D»\n", { fixed: "FROM a\nLABEL A='b'\\ c\\ $D\n" }],
  ['FROM a\nENV «A = b c»\n', { fixed: 'FROM a\nENV A="b c"\n' }],
]);
