import { setFlag } from '../v8Flags.ts';

// Few functions of a linter are called often enough to pay for being optimised within the seconds that a call takes. Later
// versions begin with a cheaper compiler.
setFlag('--interrupt-budget=600000', 11, 11);
