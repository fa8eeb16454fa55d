import type { Hover } from 'vscode-languageserver-types';
import { imagePage } from '../../image/page.ts';
import { parsePlatform } from '../../image/platform.ts';
import { parseImageReference } from '../../image/reference.ts';
import type { FeatureContext } from '../../language.ts';
import { type Span, touches } from '../../text/span.ts';
import { parseCheck } from '../model/checkDirective.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import { mountKey } from '../model/mountKeys.ts';
import { parseOptions } from '../model/mounts.ts';
import type { Comment, Directive, Flag, Heredoc } from '../syntax/tree.ts';
import { documentationOf, markdown, type Topic, variableDocumentation } from './documentation.ts';
import { localImage } from './images.ts';
import { commonPorts, signals } from './knowledge/values.ts';
import { ociLabels } from './knowledge/variables.ts';
import { type NamedStage, type NamedVariable, namedAt } from './names.ts';
import { rangeOf } from './ranges.ts';
import { ageText, dateText, expandAt, sizeText } from './values.ts';

/** What is said of a stretch of the file. */
interface Explained {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

type Explanation = Explained | undefined;

/** Explains what stands at the offset: instructions, flags, variables with their values, stages, images, heredocs. */
export async function hover(file: DockerfileFile, offset: number, context: FeatureContext): Promise<Hover | undefined> {
  const found = explain(file, offset) ?? (await explainImage(file, offset, context));
  return found && { contents: markdown(found.text), range: rangeOf(file, found.span) };
}

function explain(file: DockerfileFile, offset: number): Explanation {
  const { tree, model } = file;
  const directive = tree.directives.find(({ span }) => touches(span, offset));
  if (directive !== undefined) return explainDirective(directive, offset);
  const instruction = model.instructionAt(offset);
  if (instruction === undefined) {
    const comment = tree.items.find((item): item is Comment => item.kind === 'comment' && touches(item.span, offset));
    return comment && explainComment(file, comment, offset);
  }
  if (instruction.node.innerComments.some(({ span }) => touches(span, offset))) return undefined;
  return explainNamed(file, offset) ?? explainInstruction(file, instruction, offset);
}

function topic(span: Span, about: Topic): Explanation {
  const text = documentationOf(about);
  return text === undefined ? undefined : { span, text };
}

function explainDirective({ name, nameSpan, value, valueSpan, span }: Directive, offset: number): Explanation {
  if (name === 'check' && !touches(nameSpan, offset)) {
    const check = explainChecks(value, valueSpan.start, offset);
    if (check !== undefined) return check;
  }
  // The image of `syntax` is explained as any other.
  return name === 'syntax' && touches(valueSpan, offset) ? undefined : topic(span, { kind: 'directive', name });
}

const CHECK = /^#[ \t]*check[ \t]*=[ \t]*/i;

function explainComment({ text }: DockerfileFile, { span }: Comment, offset: number): Explanation {
  const written = text.slice(span.start, span.end);
  const match = CHECK.exec(written);
  if (match === null) return undefined;
  const start = span.start + match[0].length;
  return offset < start
    ? topic(span, { kind: 'directive', name: 'check' })
    : explainChecks(written.slice(match[0].length), start, offset);
}

function explainChecks(value: string, start: number, offset: number): Explanation {
  const check = parseCheck(value);
  if (check.kind !== 'options') return undefined;
  for (const { name, start: from, end } of check.names) {
    const span = { start: start + from, end: start + end };
    if (touches(span, offset)) return topic(span, { kind: 'buildCheck', name });
  }
  return undefined;
}

function explainNamed(file: DockerfileFile, offset: number): Explanation {
  const named = namedAt(file, offset);
  if (named === undefined) return undefined;
  switch (named.kind) {
    case 'stage':
      return { span: named.span, text: stageText(file, named) };
    case 'variable':
      return { span: named.span, text: variableText(file, named) };
    case 'heredoc':
      return { span: named.span, text: heredocText(file, named.heredoc) };
  }
}

function code(text: string): string {
  const cut = text.length > 500 ? `${text.slice(0, 499)}…` : text;
  return `\`\`\`dockerfile\n${cut.replaceAll('```', "'''")}\n\`\`\``;
}

/** A value in a line of text. */
function inline(text: string): string {
  if (text === '') return '_empty_';
  const line = text.replace(/\s+/g, ' ');
  const cut = line.length > 200 ? `${line.slice(0, 199)}…` : line;
  return cut.includes('`') ? `\`\` ${cut} \`\`` : `\`${cut}\``;
}

function stageText({ model, lines, text }: DockerfileFile, { stage }: NamedStage): string {
  const { from, index, name, parent, isFinal } = stage;
  const parts = [code(text.slice(from.span.start, from.span.end))];
  const lineOf = (offset: number) => lines.lineAt(offset) + 1;
  const facts = [`Stage number ${index}, begins in line ${lineOf(from.span.start)}.`];
  if (parent !== undefined) facts.push(`Built on stage '${parent.label}'.`);
  if (isFinal) facts.push('It is the last one: what a build makes.');
  else if (!model.isNeeded(stage)) facts.push('A build of the last stage does not need it.');
  parts.push(facts.join(' '));
  const workdir = stage.effective('WORKDIR')?.value.text;
  const user = stage.effective('USER')?.value.text;
  const ends = [workdir && `in ${inline(workdir)}`, user && `as user ${inline(user)}`].filter((part) => part);
  if (ends.length > 0) parts.push(`It ends ${ends.join(' ')}.`);
  const users = [...new Set(model.referencesTo(stage).map(({ span }) => lineOf(span.start)))];
  if (users.length > 0) parts.push(`Used in line${users.length === 1 ? '' : 's'} ${users.join(', ')}.`);
  if (name !== undefined) parts.push(`\`docker build --target ${name} .\` builds it alone.`);
  return parts.join('\n\n');
}

function variableText(file: DockerfileFile, named: NamedVariable): string {
  const { model, lines, text } = file;
  const { name, variable, instruction } = named;
  const builtIn = variableDocumentation(name);
  const parts: string[] = [];
  if (variable === undefined) {
    parts.push(`**${name}**`);
    if (builtIn !== undefined) parts.push(`${builtIn} It needs \`ARG ${name}\` to be known here.`);
    else if (instruction.stage?.hasExternalBase === true) {
      parts.push('Nothing in this file declares it. The base image may set it; otherwise it is empty.');
    } else parts.push('Nothing declares it, so that it is empty here.');
    return parts.join('\n\n');
  }
  const { instruction: declaring, value, kind, global, nameSpan } = variable;
  if (declaring === undefined || nameSpan === undefined) {
    return [`**${name}**`, builtIn ?? 'Set by the builder.'].join('\n\n');
  }
  const isArg = kind === 'arg';
  const keyword = isArg ? 'ARG' : 'ENV';
  const written = isArg ? argText(declaring, name) : undefined;
  parts.push(code(written ?? `${keyword} ${name}${value.kind === 'text' ? `=${value.text}` : ''}`));
  if (builtIn !== undefined) parts.push(builtIn);
  const source = global?.nameSpan !== undefined && written === `ARG ${name}` ? global : variable;
  const line = lines.lineAt(source.nameSpan?.start ?? nameSpan.start) + 1;
  const where = source === global ? `the global ARG in line ${line}` : `line ${line}`;
  if (value.kind === 'text') {
    parts.push(`Value here: ${inline(value.text)}, from ${where}.`);
    if (isArg) parts.push(`\`--build-arg ${name}=…\` gives another one.`);
  } else if (builtIn === undefined) {
    parts.push(
      isArg
        ? `It has no default; \`--build-arg ${name}=…\` gives the value. Declared in line ${line}.`
        : `Its value depends on what only the build knows. Set in line ${line}.`,
    );
  }
  const use = named.isDeclaration
    ? undefined
    : model.variables.uses.find(
        (candidate) => candidate.nameSpan.start === named.span.start && candidate.modifier !== '',
      );
  if (use !== undefined) {
    const whole = text.slice(use.span.start, use.span.end);
    const result = expandAt(model, instruction, whole);
    if (result !== undefined) parts.push(`${inline(whole)} is ${inline(result)}.`);
  }
  return parts.join('\n\n');
}

/** How an ARG declares a name. */
function argText(instruction: Instruction, name: string): string | undefined {
  if (instruction.keyword !== 'ARG') return undefined;
  const found = instruction.declarations.findLast((declaration) => declaration.name === name);
  return found && `ARG ${name}${found.value === undefined ? '' : `=${found.value.text}`}`;
}

function heredocText(file: DockerfileFile, { name, expand, chomp, body, marker }: Heredoc): string {
  const instruction = file.model.instructionAt(marker.start);
  const outer = instruction?.keyword === 'ONBUILD' ? instruction.trigger : instruction;
  const count = file.lines.lineAt(body.end) - file.lines.lineAt(body.start);
  const facts = [`Heredoc of ${count} line${count === 1 ? '' : 's'}, up to a line that is \`${name}\`.`];
  if (outer?.keyword === 'RUN') {
    facts.push(
      outer.form === 'heredoc' ? 'Its lines are the script that the shell runs.' : 'The shell reads it as input.',
    );
  } else {
    facts.push(`It becomes a file; in a directory its name is \`${name}\`.`);
    facts.push(
      expand
        ? 'Variables in it are replaced; quote the delimiter to keep them.'
        : 'It is taken literally, as the delimiter is quoted.',
    );
  }
  if (chomp) facts.push('Tabs at the beginning of lines are removed.');
  return facts.join(' ');
}

function explainInstruction(file: DockerfileFile, instruction: Instruction, offset: number): Explanation {
  const { keyword, keywordSpan, flags } = instruction;
  if (touches(keywordSpan, offset)) return topic(keywordSpan, { kind: 'instruction', keyword });
  const flag = flags.find(({ span }) => touches(span, offset));
  if (flag !== undefined) return explainFlag(instruction, flag, offset);
  switch (instruction.keyword) {
    case 'FROM': {
      const { as } = instruction;
      return as !== undefined && touches(as.span, offset)
        ? topic(as.span, { kind: 'instruction', keyword })
        : undefined;
    }
    case 'HEALTHCHECK': {
      const { kind } = instruction;
      return kind !== undefined && touches(kind.span, offset)
        ? topic(kind.span, { kind: 'instruction', keyword })
        : undefined;
    }
    case 'ONBUILD':
      return instruction.trigger && explainInstruction(file, instruction.trigger, offset);
    case 'EXPOSE': {
      const word = instruction.words.find(({ span }) => touches(span, offset));
      const text = word && file.model.valueOf(word.source);
      return word === undefined || text === undefined ? undefined : explainPort(text, word.span);
    }
    case 'STOPSIGNAL': {
      const { value } = instruction;
      const name = value.text.toUpperCase();
      const signal = signals.find(
        (known) => known.name === name || known.name === `SIG${name}` || String(known.number) === name,
      );
      return (
        signal && {
          span: value.span(0, value.text.length),
          text: `**${signal.name}** (${signal.number})\n\n${signal.of}`,
        }
      );
    }
    case 'LABEL': {
      const pair = instruction.pairs.find(({ keySpan }) => touches(keySpan, offset));
      const key = pair?.key.text.replace(/["']/g, '');
      const text = key !== undefined && Object.hasOwn(ociLabels, key) ? ociLabels[key] : undefined;
      return pair === undefined || text === undefined ? undefined : { span: pair.keySpan, text };
    }
    default:
      return undefined;
  }
}

function explainPort(text: string, span: Span): Explanation {
  const [port = '', protocol = 'tcp'] = text.split('/');
  // What listens on the TCP port says nothing of the others, but for DNS.
  const known = commonPorts.find((common) => common.port === port && (/^tcp$/i.test(protocol) || port === '53'));
  const name = `${port}/${protocol.toLowerCase()}`;
  return {
    span,
    text: `Port **${name}**${known === undefined ? '' : `: ${known.of}`}\n\n\`docker run -p ${port}:${name === `${port}/tcp` ? port : name}\` publishes it.`,
  };
}

function explainFlag(instruction: Instruction, flag: Flag, offset: number): Explanation {
  const { keyword } = instruction;
  const { name, nameSpan, value, valueSpan, span } = flag;
  const own = topic(nameSpan, { kind: 'flag', keyword, name });
  if (value === undefined || valueSpan === undefined || !touches(valueSpan, offset) || touches(nameSpan, offset))
    return own;
  const valueAt = value.span(0, value.text.length);
  switch (name) {
    case 'mount':
      return explainMount(flag, offset) ?? own;
    case 'platform': {
      const platform = parsePlatform(value.text);
      return platform.kind === 'platform'
        ? { span: valueAt, text: `Platform \`${platform.platform.normalized}\`` }
        : own;
    }
    case 'from':
      // An image, or nothing that is known.
      return undefined;
    default:
      return own && { span, text: own.text };
  }
}

function explainMount(flag: Flag, offset: number): Explanation {
  const option = parseOptions(flag).options.find(({ span }) => touches(span, offset));
  if (option === undefined) return undefined;
  const { key, keySpan, value, span } = option;
  if (value === undefined || touches(keySpan, offset)) return topic(keySpan, { kind: 'mountKey', name: key });
  const at = value.span(0, value.text.length);
  switch (mountKey(key)?.name) {
    case 'type':
      return topic(at, { kind: 'mountType', name: value.text });
    case 'sharing':
      return topic(at, { kind: 'sharing', name: value.text });
    case 'from':
      return undefined;
    default:
      return topic(span, { kind: 'mountKey', name: key });
  }
}

/** An image in FROM, COPY --from, a mount or `# syntax=`. */
async function explainImage(file: DockerfileFile, offset: number, context: FeatureContext): Promise<Explanation> {
  const image = imageAt(file, offset);
  if (image === undefined) return undefined;
  const reference = parseImageReference(image.name);
  if (reference.isScratch)
    return { span: image.span, text: 'An empty file system: no shell, no certificates, no users.' };
  if (reference.error !== undefined) return undefined;
  const parts = [`**${reference.familiarName}**`];
  const { tag, digest } = reference;
  if (digest !== undefined) parts.push('Pinned by its digest.');
  else if (tag === undefined) parts.push('No tag is given, so `latest` is taken.');
  else parts.push(`Tag \`${tag.text}\``);
  const local = await localImage(reference, context.host);
  if (local === undefined) parts.push('Not on the local engine.');
  else if (local !== 'unknown') {
    const { id, size, created, user, exposedPorts, entrypoint, command } = local;
    const rows = [
      `- ID: \`${id.replace(/^sha256:/, '').slice(0, 12)}\``,
      `- Size: ${sizeText(size)}`,
      `- Created: ${dateText(created)}, ${ageText(created, Date.now() / 1000)} ago`,
      `- User: ${user ? inline(user) : '`root`'}`,
    ];
    if (exposedPorts !== undefined && exposedPorts.length > 0)
      rows.push(`- Ports: ${exposedPorts.map(inline).join(', ')}`);
    if (entrypoint !== undefined && entrypoint.length > 0) rows.push(`- Entrypoint: ${inline(entrypoint.join(' '))}`);
    if (command !== undefined && command.length > 0) rows.push(`- Command: ${inline(command.join(' '))}`);
    parts.push(`On the local engine:\n${rows.join('\n')}`);
  }
  const page = imagePage(reference);
  if (page !== undefined) parts.push(`[Page of the image](${page})`);
  return { span: image.span, text: parts.join('\n\n') };
}

function imageAt(
  { model }: DockerfileFile,
  offset: number,
): { readonly name: string; readonly span: Span } | undefined {
  const { frontend } = model;
  if (frontend !== undefined && touches(frontend.span, offset)) return { name: frontend.image, span: frontend.span };
  const instruction = model.instructionAt(offset);
  if (instruction === undefined) return undefined;
  if (instruction.keyword === 'FROM') {
    const { base, stage } = instruction;
    if (base === undefined || stage === undefined || !touches(base.span, offset)) return undefined;
    const name = stage.isScratch ? 'scratch' : stage.image?.text;
    return name === undefined ? undefined : { name, span: base.span };
  }
  const reference = model.references.find(
    (candidate) =>
      candidate.instruction === instruction && candidate.target === undefined && touches(candidate.span, offset),
  );
  return reference === undefined || reference.isIndex ? undefined : { name: reference.text, span: reference.span };
}
