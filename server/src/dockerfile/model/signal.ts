/** Names of signals that STOPSIGNAL takes, without `SIG` (BuildKit on Linux). */
export const signalNames: readonly string[] = [
  ...'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP'.split(
    ' ',
  ),
  ...'TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'.split(' '),
  'RTMIN',
  ...Array.from({ length: 15 }, (_, index) => `RTMIN+${index + 1}`),
  ...Array.from({ length: 14 }, (_, index) => `RTMAX-${14 - index}`),
  'RTMAX',
];

const known = new Set(signalNames);

/** True for a number other than 0, or a name in any case with or without `SIG`. */
export function isSignal(text: string): boolean {
  if (/^[+-]?[0-9]+$/.test(text)) return Number(text) !== 0 && Math.abs(Number(text)) < 2 ** 63;
  const name = text.toUpperCase();
  return known.has(name.startsWith('SIG') ? name.slice(3) : name);
}
