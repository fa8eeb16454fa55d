import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import { parseBoolean } from '../model/boolean.ts';
import type { Run } from '../model/instructions.ts';
import { mountKey, mountKeys, mountTypes, sharingModes } from '../model/mountKeys.ts';
import { type Mount, type MountOption, parseOptions } from '../model/mounts.ts';
import { type Check, oneOf, place, suggest } from './found.ts';
import { checkReference } from './from.ts';

export const mountFacts: readonly ErrorFacts[] = [
  {
    id: 'invalid-mount',
    summary: "'--mount' takes options that fit its type, each 'key=value', with commas between them.",
    why: 'A build fails on unknown options, on values it cannot read, and on options that another type of mount has.',
    examples: [
      {
        bad: 'FROM alpine\nRUN --mount=type=cache,«taget»=/root/.cache true\n',
        good: 'FROM alpine\nRUN --mount=type=cache,target=/root/.cache true\n',
      },
      {
        bad: 'FROM alpine\nRUN --mount=type=«volume»,target=/data true\n',
        good: 'FROM alpine\nRUN --mount=type=cache,target=/data true\n',
      },
      {
        bad: 'FROM alpine\nRUN --mount=type=bind,target=/x,«mode=0755» true\n',
        good: 'FROM alpine\nRUN --mount=type=cache,target=/x,mode=0755 true\n',
      },
      {
        bad: 'FROM alpine\nRUN --mount=«type=secret» true\n',
        good: 'FROM alpine\nRUN --mount=type=secret,id=token true\n',
      },
    ],
  },
  {
    id: 'invalid-device',
    summary: "'--device' takes a name and, if the build may not go without it, 'required'.",
    why: 'A build fails on any other option.',
    examples: [
      {
        bad: 'FROM alpine\nRUN --device=nvidia.com/gpu=all,«optional» true\n',
        good: 'FROM alpine\nRUN --device=nvidia.com/gpu=all,required true\n',
      },
    ],
  },
];

const keyNames = mountKeys.flatMap(({ name, aliases }) => [name, ...aliases]);

const valueless = new Set(['readonly', 'readwrite', 'required']);
const LARGEST_ID = 2 ** 32 - 1;

export function checkRunFlags(run: Run, check: Check): void {
  if (run.flags.length === 0) return;
  for (const mount of run.mounts) if (mount.flag.value !== undefined) new MountCheck(mount, check).run();
  for (const flag of run.flags) if (flag.name === 'device' && flag.value !== undefined) checkDevice(flag, check);
}

/** Checks one mount, its options from left to right. */
class MountCheck {
  private readonly mount: Mount;
  private readonly check: Check;
  /** `undefined` when only the build knows it. */
  private type: string | undefined = 'bind';
  private readonly seen = new Map<string, MountOption>();
  private hasProblem = false;

  constructor(mount: Mount, check: Check) {
    this.mount = mount;
    this.check = check;
  }

  run(): void {
    const { mount } = this;
    if (mount.malformed !== undefined) {
      this.report(mount.malformed.at, mount.malformed.message);
      return;
    }
    if (mount.options.length === 0) {
      this.report(
        mount.flag.span,
        "'--mount=' has no options. Write them, such as '--mount=type=cache,target=/root/.cache'.",
      );
      return;
    }
    for (const option of mount.options) this.option(option);
    this.whole();
  }

  private report(
    at: { start: number; end: number },
    message: string,
    fixes?: ReturnType<typeof suggest>['fixes'],
  ): void {
    this.hasProblem = true;
    this.check.report({ id: 'invalid-mount', at, message, ...(fixes && { fixes }) });
  }

  private option(option: MountOption): void {
    const { key, keySpan, value: source, span } = option;
    const name = mountKey(key)?.name;
    if (source === undefined && !valueless.has(name ?? '')) {
      const at = span.end > span.start ? span : this.mount.flag.span;
      this.report(
        at,
        key === ''
          ? 'An option of the mount is empty. Remove the comma too many.'
          : name === undefined
            ? `${quote(key)} is no option of a mount.${suggest(key, keyNames, keySpan).hint || " Write 'key=value'."}`
            : `'${key}' needs a value. Write '${key}=…'.`,
        name === undefined ? suggest(key, keyNames, keySpan).fixes : undefined,
      );
      return;
    }
    if (name === undefined) {
      const { hint, fixes } = suggest(key, keyNames, keySpan);
      this.report(
        keySpan.end > keySpan.start ? keySpan : span,
        `${quote(key)} is no option of a mount.${hint || ` It takes ${oneOf(keyNames)}.`}`,
        fixes,
      );
      return;
    }
    this.seen.set(name, option);
    if (name === 'from') {
      this.from(option);
      return;
    }
    const value = source === undefined ? '' : this.check.value(source);
    if (name === 'type') {
      this.type = value?.toLowerCase();
      if (value !== undefined && !mountTypes.some((type) => type === value.toLowerCase())) {
        this.type = undefined;
        this.value(option, value, `${quote(value)} is no type of mount.`, mountTypes);
      }
      return;
    }
    // These two are judged by the type that stands before them.
    if (name === 'size' && this.type !== undefined && this.type !== 'tmpfs') {
      this.report(
        span,
        `'size' belongs to mounts of type 'tmpfs', not '${this.type}'. Put 'type=tmpfs' before it, or remove it.`,
      );
      return;
    }
    if (name === 'required' && this.type !== undefined && this.type !== 'secret' && this.type !== 'ssh') {
      this.report(
        span,
        `'required' belongs to mounts of type 'secret' and 'ssh', not '${this.type}'. Put the type before it, or remove it.`,
      );
      return;
    }
    if (value === undefined) return;
    switch (name) {
      case 'readonly':
      case 'readwrite':
      case 'required':
        if (source !== undefined && parseBoolean(value) === undefined)
          this.value(option, value, `${quote(value)} is no boolean. Write '${key}' alone, or '${key}=false'.`);
        break;
      case 'sharing':
        if (!sharingModes.some((mode) => mode === value.toLowerCase()))
          this.value(option, value, `${quote(value)} is no way of sharing a cache.`, sharingModes);
        break;
      case 'size':
        if (!/^(?=.*[0-9])[0-9]*\.?[0-9]* ?(?:b|[kmgtp](?:i?b)?)?$/i.test(value))
          this.value(
            option,
            value,
            `${quote(value)} is no size. Write a number of bytes with an optional unit, such as '64m'.`,
          );
        break;
      case 'mode':
        if (!/^[0-7]+$/.test(value) || Number.parseInt(value, 8) > LARGEST_ID)
          this.value(option, value, `${quote(value)} is no octal file mode. Write one such as '0755'.`);
        break;
      case 'uid':
      case 'gid':
        if (!/^[0-9]+$/.test(value) || Number(value) > LARGEST_ID)
          this.value(option, value, `${quote(value)} is no numeric ID. Write a whole number such as '1000'.`);
        break;
    }
  }

  private value(
    { value: source, span }: MountOption,
    value: string,
    message: string,
    choices?: readonly string[],
  ): void {
    const at = source === undefined || source.text === '' ? span : place(source, value);
    if (choices === undefined) {
      this.report(at, message);
      return;
    }
    const { hint, fixes } = suggest(value, choices, at);
    this.report(
      at,
      message + (hint || ` Use ${oneOf(choices)}.`),
      value === source?.text && value !== '' ? fixes : undefined,
    );
  }

  private from({ value }: MountOption): void {
    if (value === undefined || value.text === '') return;
    const dollar = value.text.indexOf('$');
    if (dollar !== -1 && dollar < value.text.length - 1) {
      this.check.report({
        id: 'variable-in-from',
        at: value.span(0, value.text.length),
        message: `Variables are not expanded in 'from=${value.text}'. Write the name, or add a stage 'FROM ${value.text} AS name' and use its name.`,
      });
    } else if (!this.check.isStage(value.text)) {
      checkReference(value, value.text, this.check);
    }
  }

  /** What can be judged only when all options are known. */
  private whole(): void {
    const { type, seen } = this;
    if (type === undefined || this.hasProblem) return;
    const forbid = (name: string, types: readonly string[], otherwise: string) => {
      const option = seen.get(name);
      if (option !== undefined && types.includes(type))
        this.report(option.span, `'${option.key}' does not belong to a mount of type '${type}'. ${otherwise}`);
    };
    forbid('mode', ['bind', 'tmpfs'], 'Remove it.');
    forbid('uid', ['bind', 'tmpfs'], 'Remove it.');
    forbid('gid', ['bind', 'tmpfs'], 'Remove it.');
    forbid('sharing', ['bind', 'tmpfs', 'secret', 'ssh'], "Only 'cache' is shared; remove it.");
    forbid('from', ['secret'], 'Remove it.');
    forbid('source', ['ssh'], "Use 'id' to choose an agent.");
    const given = (name: string) => {
      const option = seen.get(name);
      return option?.value?.text === '' ? undefined : option;
    };
    const target = seen.get('target');
    if (type === 'secret') {
      const id = given('id');
      const source = given('source');
      if (id !== undefined && source !== undefined)
        this.report(source.span, `'${source.key}' is another name of 'id'. Keep one of them.`);
      if (id === undefined && source === undefined && given('target') === undefined)
        this.report(this.valueSpan, "The secret has no name. Add 'id=NAME'.");
    } else if (type !== 'ssh') this.target(target, type);
  }

  private get valueSpan(): { start: number; end: number } {
    const { flag } = this.mount;
    return flag.valueSpan ?? flag.span;
  }

  private target(option: MountOption | undefined, type: string): void {
    const source = option?.value;
    const value = source === undefined ? '' : this.check.value(source);
    if (value === undefined) return;
    // Only what is joined is cleaned: '/a/..' passes.
    if (value.startsWith('/')) {
      if (value !== '/') return;
    } else {
      const { workdirDepth } = this.check;
      if (workdirDepth === undefined || depthOf(value, workdirDepth) > 0) return;
    }
    this.report(
      option === undefined ? this.valueSpan : option.span,
      option === undefined
        ? `The mount has no target, and the working directory is '/', where none can be. Add 'target=/path'.`
        : `A mount of type '${type}' cannot have the target '/'. Write a path below it.`,
    );
  }
}

/** How many folders below `/` a path leads that begins at such a depth. */
export function depthOf(path: string, from = 0): number {
  let depth = from;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    depth = part === '..' ? Math.max(0, depth - 1) : depth + 1;
  }
  return depth;
}

function checkDevice(flag: Run['flags'][number], check: Check): void {
  const { options, malformed } = parseOptions(flag);
  const report = (at: { start: number; end: number }, message: string) =>
    check.report({ id: 'invalid-device', at: at.end > at.start ? at : flag.span, message });
  if (malformed !== undefined) {
    report(malformed.at, malformed.message);
    return;
  }
  if (options.length === 0) {
    report(flag.span, "'--device=' names no device. Write one, such as '--device=nvidia.com/gpu=all'.");
    return;
  }
  let isNamed = false;
  for (const [index, { key, value, span }] of options.entries()) {
    if (key === 'required') {
      if (value !== undefined && parseBoolean(value.text) === undefined)
        report(span, `${quote(value.text)} is no boolean. Write 'required' alone, or 'required=false'.`);
    } else if (key === 'name' || index === 0) {
      if (isNamed) report(span, 'The device is named twice. Keep one of the names.');
      isNamed = true;
    } else
      report(
        span,
        `${quote(value === undefined ? key : `${key}=${value.text}`)} is no option of a device. Only 'required' may follow the name.`,
      );
  }
}
