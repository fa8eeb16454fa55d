import type { Dockerfile } from './dockerfile.ts';
import { type Binding, expand } from './expansion.ts';
import type { From } from './instructions.ts';
import { platformArguments } from './variables.ts';

/** What BuildKit fills in when it looks at bases with the defaults alone; the other platform arguments may be empty. */
const platform = new Map<string, string>([
  ...platformArguments.map((name) => [name, ''] as const),
  ['BUILDPLATFORM', 'linux/amd64'],
  ['BUILDOS', 'linux'],
  ['BUILDARCH', 'amd64'],
  ['TARGETPLATFORM', 'linux/amd64'],
  ['TARGETOS', 'linux'],
  ['TARGETARCH', 'amd64'],
  ['TARGETSTAGE', 'default'],
]);

/**
 * The bases of FROM as they are when nobody passes build arguments: an ARG without default is empty. `undefined` where
 * the expansion fails.
 */
export function basesByDefault({ preamble, stages }: Dockerfile): readonly { from: From; base: string | undefined }[] {
  const values = new Map(platform);
  const lookup = (name: string): Binding => {
    const text = values.get(name);
    return text === undefined ? undefined : { kind: 'text', text };
  };
  for (const instruction of preamble) {
    if (instruction.keyword !== 'ARG') continue;
    for (const { name, value } of instruction.declarations) {
      const text = value === undefined ? undefined : expand(value, instruction.node.escape, lookup).value;
      if (text !== undefined) values.set(name, text);
    }
  }
  return stages.map(({ from }) => ({
    from,
    base: from.base === undefined ? undefined : expand(from.base.source, from.node.escape, lookup).value,
  }));
}
