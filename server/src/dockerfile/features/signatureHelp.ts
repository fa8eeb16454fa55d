import type { SignatureHelp, SignatureInformation } from 'vscode-languageserver-types';
import { MappedText } from '../../text/mappedText.ts';
import type { DockerfileFile } from '../model/file.ts';
import { splitFlags } from '../syntax/flags.ts';
import { cursorAt, type InstructionCursor } from './cursor.ts';
import { markdown } from './documentation.ts';
import { type Form, type InstructionFacts, instructionFacts } from './knowledge/instructions.ts';

/** The forms of the instruction that is being typed, with the part the cursor is in. */
export function signatureHelp(file: DockerfileFile, offset: number): SignatureHelp | undefined {
  const cursor = cursorAt(file, offset);
  if (cursor.kind !== 'instruction') return undefined;
  const typed = readTyped(cursor);
  const facts = Object.hasOwn(instructionFacts, typed.keyword) ? instructionFacts[typed.keyword] : undefined;
  if (facts === undefined || typed.isInsideCommand) return undefined;
  const form = chooseForm(facts, typed);
  const activeParameter = chooseParameter(facts.forms[form], typed);
  return {
    signatures: facts.forms.map((entry) => signature(facts, entry)),
    activeSignature: form,
    ...(activeParameter !== undefined && { activeParameter }),
  };
}

function signature({ summary }: InstructionFacts, { label, parameters }: Form): SignatureInformation {
  let from = 0;
  return {
    label,
    documentation: markdown(summary),
    parameters: parameters.map((parameter) => {
      const start = label.indexOf(parameter.label, from);
      from = start + parameter.label.length;
      return { label: [start, from], documentation: markdown(parameter.documentation) };
    }),
  };
}

interface Typed {
  readonly keyword: string;
  /** Name of the flag the cursor is in, without dashes. */
  readonly flag: string | undefined;
  /** What stands behind the flags, up to the cursor. */
  readonly rest: string;
  /** Number of the argument the cursor is in. */
  readonly argument: number;
  /** The command of a shell is being typed, of which forms say nothing. */
  readonly isInsideCommand: boolean;
}

function readTyped({ before, instruction }: InstructionCursor): Typed {
  const head = MappedText.plain(before, 0);
  const keywordEnd = /^\S*/.exec(before)?.[0].length ?? 0;
  const { flags, end } = splitFlags(head, keywordEnd, instruction.node.escape);
  const last = flags.at(-1);
  const isInFlag = last !== undefined && last.span.end === before.length;
  const rest = isInFlag ? '' : before.slice(end);
  const keyword = before.slice(0, keywordEnd).toUpperCase();
  const words = rest.split(/\s+/);
  const isExec = rest.startsWith('[');
  return {
    keyword,
    flag: isInFlag ? last.name : /\s--?$/.test(before) && /^-*$/.test(rest) ? '' : undefined,
    rest,
    argument: isExec ? rest.split(',').length - 1 : words.length - 1,
    isInsideCommand:
      commandForms.has(keyword) &&
      !isExec &&
      !rest.includes('<<') &&
      words.length > (keyword === 'HEALTHCHECK' ? 2 : 1),
  };
}

const commandForms: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

function chooseForm({ forms }: InstructionFacts, { rest, keyword }: Typed): number {
  const kind = rest.startsWith('[') ? 'exec' : rest.includes('<<') ? 'heredoc' : undefined;
  if (kind !== undefined)
    return Math.max(
      0,
      forms.findIndex((form) => form.kind === kind),
    );
  if (keyword === 'HEALTHCHECK') return /^n/i.test(rest) ? 1 : 0;
  // In exec form a bracket has been typed; what begins otherwise is the other form.
  return rest === ''
    ? 0
    : Math.max(
        0,
        forms.findIndex((form) => form.kind !== 'exec'),
      );
}

function chooseParameter(form: Form | undefined, { flag, argument, keyword, rest }: Typed): number | undefined {
  if (form === undefined) return undefined;
  const { parameters } = form;
  if (flag !== undefined) {
    const index = parameters.findIndex(({ label }) => label.startsWith(`[--${flag}`) || label === '[<options>]');
    return index === -1 ? undefined : index;
  }
  const first = parameters.findIndex(({ label }) => !label.startsWith('[--') && label !== '[<options>]');
  if (first === -1) return undefined;
  const last = parameters.length - 1;
  switch (keyword) {
    case 'FROM':
      return argument === 0 ? first : last;
    case 'ARG':
    case 'ENV':
    case 'LABEL': {
      const word = rest.slice(rest.search(/\S*$/));
      return word.includes('=') ? last : first;
    }
    case 'EXPOSE':
      return /\/\w*$/.test(rest) ? last : first;
    case 'USER':
      return rest.includes(':') ? last : first;
    case 'COPY':
    case 'ADD':
      return argument === 0 ? first : last;
    default:
      return Math.min(first + argument, last);
  }
}
