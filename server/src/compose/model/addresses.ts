const decimalByte = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** 4 or 6 for a textual IP address, 0 for anything else. Zones are not accepted. */
export function isIP(text: string): 0 | 4 | 6 {
  if (isIPv4(text)) return 4;
  return addressBits(text) === undefined ? 0 : 6;
}

function isIPv4(text: string): boolean {
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every((byte) => decimalByte.test(byte));
}

/** The bits of an address as a number of 32 or 128 bits; `undefined` when it is none. */
function addressBits(text: string): bigint | undefined {
  if (isIPv4(text)) return text.split('.').reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
  if (!/^[0-9a-f:.]+$/i.test(text) || !text.includes(':')) return undefined;
  let address = text;
  const lastColon = address.lastIndexOf(':');
  const tail = address.slice(lastColon + 1);
  if (tail.includes('.')) {
    if (!isIPv4(tail)) return undefined;
    const bits = addressBits(tail) ?? 0n;
    address = `${address.slice(0, lastColon + 1)}${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`;
  }
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const groups = (half: string | undefined): string[] => (half ? half.split(':') : []);
  const left = groups(halves[0]);
  const right = groups(halves[1]);
  const missing = 8 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** A block of addresses in CIDR notation. */
export interface Subnet {
  readonly family: 4 | 6;
  readonly bits: bigint;
  readonly prefix: number;
}

/** Reads `10.0.0.0/24`; `undefined` when it is not CIDR notation. */
export function parseSubnet(text: string): Subnet | undefined {
  const slash = text.indexOf('/');
  const address = text.slice(0, Math.max(slash, 0));
  const family = isIP(address);
  const prefixText = text.slice(slash + 1);
  if (slash === -1 || family === 0 || !/^\d{1,3}$/.test(prefixText)) return undefined;
  const prefix = Number(prefixText);
  const bits = addressBits(address);
  if (bits === undefined || prefix > (family === 4 ? 32 : 128)) return undefined;
  return { family, bits, prefix };
}

/** True when the address lies in the subnet. */
export function isInSubnet(address: string, subnet: Subnet): boolean {
  const bits = addressBits(address);
  if (bits === undefined || isIP(address) !== subnet.family) return false;
  const shift = BigInt((subnet.family === 4 ? 32 : 128) - subnet.prefix);
  return bits >> shift === subnet.bits >> shift;
}
