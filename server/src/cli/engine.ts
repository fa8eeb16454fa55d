import { setFlag } from '../v8Flags.ts';

// Few functions of a linter are called often enough to pay for being optimised within the seconds that a call takes. Later
// versions begin with a cheaper compiler.
setFlag('--interrupt-budget=1500000', 11, 11);
// Threads lint already; a collection of young objects, of which nearly all are dead, is too small to be shared too.
setFlag('--no-parallel-scavenge', 11, 13);
// What outlives some files is no sign that the next of its kind will outlive more.
setFlag('--no-allocation-site-pretenuring', 11, 13);
