import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'heredoc-trap', [
  'FROM a\nRUN cat <<EOF\nx\nEOF\n',
  'FROM a\nRUN echo $((1<<EOF))\nEOF2',
  'FROM a\nRUN cat <<<EOF\nEOF\n',
  'FROM a\nUNKNOWN x\nEOF\n',
  'FROM a\nRUN cat«<<-EOF»\nx\nEOF\n',
  'FROM a\nRUN cat«<<"E.1"» >x\nx\nE.1\n',
  'FROM a\nHEALTHCHECK CMD «<<EOF»\nx\nEOF\n',
  "FROM a\nCOPY «<<EOF» it's\nx\nEOF\n",
  'FROM a\nONBUILD RUN cat«<<EOF»\nx\nEOF\n',
]);
