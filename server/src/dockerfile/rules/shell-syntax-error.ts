import { slipIn } from '../../shell/slips.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellSyntaxError = shellRule({
  id: 'shell-syntax-error',
  summary: 'The script follows the grammar of the shell.',
  why: 'A script with a syntax error does not run at all, and no other rule about shell scripts looks at it.',
  severity: 'error',
  recommended: true,
  fixable: false,
  // ShellCheck says with one code that there is an error, and with others what it thinks is wrong.
  same: [
    'shellcheck/SC1073', 'shellcheck/SC1072', 'shellcheck/SC1009', 'shellcheck/SC1026', 'shellcheck/SC1027', 'shellcheck/SC1028', 'shellcheck/SC1029', 'shellcheck/SC1033', 'shellcheck/SC1034', 'shellcheck/SC1036', 'shellcheck/SC1039', 'shellcheck/SC1040', 'shellcheck/SC1043', 'shellcheck/SC1044', 'shellcheck/SC1046', 'shellcheck/SC1047', 'shellcheck/SC1048', 'shellcheck/SC1049', 'shellcheck/SC1050', 'shellcheck/SC1051', 'shellcheck/SC1053', 'shellcheck/SC1055', 'shellcheck/SC1056', 'shellcheck/SC1057', 'shellcheck/SC1058', 'shellcheck/SC1059', 'shellcheck/SC1060', 'shellcheck/SC1061', 'shellcheck/SC1062', 'shellcheck/SC1063', 'shellcheck/SC1064', 'shellcheck/SC1070', 'shellcheck/SC1074', 'shellcheck/SC1075', 'shellcheck/SC1076', 'shellcheck/SC1080', 'shellcheck/SC1085', 'shellcheck/SC1088', 'shellcheck/SC1089', 'shellcheck/SC1098', 'shellcheck/SC1105', 'shellcheck/SC1122', 'shellcheck/SC1131', 'shellcheck/SC1136', 'shellcheck/SC1137', 'shellcheck/SC1139', 'shellcheck/SC1140', 'shellcheck/SC1141', 'shellcheck/SC2075', 'shellcheck/SC2108', 'shellcheck/SC2110',
  ], // biome-ignore format: one table
  examples: [{ bad: 'FROM debian:12\nRUN make «)»\n', good: 'FROM debian:12\nRUN make\n', unfixed: true }],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind !== 'other') return;
    report({ at: placeAt(slip.start, slip.end), message: `The shell cannot read this: ${slip.message}.` });
  },
});
