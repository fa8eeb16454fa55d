import { slipIn } from '../../shell/slips.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellSyntaxError = shellRule({
  id: 'shell-syntax-error',
  summary: 'The script follows the grammar of the shell.',
  why: 'A script with a syntax error does not run at all, and no other rule about shell scripts looks at it.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC1073', 'shellcheck/SC1072', 'shellcheck/SC1070', 'shellcheck/SC1088', 'shellcheck/SC1089'],
  examples: [{ bad: 'FROM debian:12\nRUN make «)»\n', good: 'FROM debian:12\nRUN make\n', unfixed: true }],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind !== 'other') return;
    report({ at: placeAt(slip.start, slip.end), message: `The shell cannot read this: ${slip.message}.` });
  },
});
