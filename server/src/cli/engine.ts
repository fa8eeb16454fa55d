import { setFlagsFromString } from 'node:v8';

// Few functions of a linter are called often enough to pay for being optimised within the seconds that a call takes.
// An engine that does not know the flag leaves it out.
setFlagsFromString('--interrupt-budget=600000');
