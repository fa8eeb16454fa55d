import { setFlag } from '../v8Flags.ts';

// Keeps a process small that lives as long as an editor and is idle most of the time. As it comes, V8 suits servers under
// load: it lets young objects have tens of MiB before it looks for dead ones, and doubles the heap between collections.

// Young objects keep the one MiB they begin with.
setFlag('--semi-space-growth-factor=1', 11, 13);
// The heap grows by a fifth of what is alive, then it is collected.
setFlag('--heap-growing-percent=20', 11, 13);
// Only what has run for long is optimised: a keystroke runs much code, little of it often, and the compiler takes more time
// and memory than it gives back. Later versions begin with a cheaper compiler.
setFlag('--interrupt-budget=5000000', 11, 11);
