import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Instruction } from '../../model/instructions.ts';
import { protocols } from '../../model/ports.ts';
import { signalNames } from '../../model/signal.ts';
import { platformArguments } from '../../model/variables.ts';
import { localImage } from '../images.ts';
import { healthCommands } from '../knowledge/idioms.ts';
import { instructionFacts } from '../knowledge/instructions.ts';
import { commonPorts, signals } from '../knowledge/values.ts';
import { commonEnvironment, ociLabels, platformArgumentDocumentation } from '../knowledge/variables.ts';
import { completeImages, completeStages } from './images.ts';
import type { Items } from './items.ts';
import { completeContainerPaths, completeContextPaths, stagePaths } from './paths.ts';
import { completeCommand } from './shell.ts';
import { completeUsers } from './users.ts';

/** What somebody types behind the flags of an instruction. */
export interface Typed {
  readonly instruction: Instruction;
  readonly keyword: string;
  /** Behind the flags, up to the cursor. */
  readonly rest: string;
  /** The word the cursor is in; of exec form, the inside of its string. */
  readonly word: string;
  /** Number of words before it. */
  readonly index: number;
  /** In exec form and inside a string. */
  readonly isJson: boolean;
}

export async function completeArguments(items: Items, typed: Typed): Promise<void> {
  const { instruction, keyword, rest, word, index, isJson } = typed;
  // Between the strings of exec form, nothing is to be completed.
  if (rest.startsWith('[') && !isJson) return;
  const from = items.offset - word.length;
  const { stage } = instruction;
  switch (keyword) {
    case 'FROM':
      await completeFrom(items, typed);
      return;
    case 'COPY':
    case 'ADD':
      await completeFiles(items, typed);
      return;
    case 'ARG':
      completeArg(items, typed);
      return;
    case 'ENV':
      completeEnv(items, typed);
      return;
    case 'LABEL':
      if (word.includes('=')) return;
      for (const [label, of] of Object.entries(ociLabels)) {
        items.add({ label, kind: CompletionItemKind.Property, from, snippet: `${label}="$1"`, detail: of });
      }
      return;
    case 'EXPOSE':
      await completePorts(items, typed);
      return;
    case 'USER':
      if (index === 0) await completeUsers(items, instruction, word);
      return;
    case 'WORKDIR':
      if (index === 0) completeContainerPaths(items, word, stage);
      return;
    case 'VOLUME':
      addTemplates(items, typed);
      completeContainerPaths(items, word, stage);
      return;
    case 'STOPSIGNAL':
      if (index > 0) return;
      for (const { name: label, of, number } of signals) {
        items.add({ label, kind: CompletionItemKind.Constant, from, detail: `${number}: ${of}` });
      }
      for (const name of signalNames) {
        items.add({ label: `SIG${name}`, kind: CompletionItemKind.Constant, from, group: 1 });
      }
      return;
    case 'HEALTHCHECK':
      completeHealthcheck(items, typed);
      return;
    case 'RUN':
      completeCommand(items, rest, true);
      return;
    case 'SHELL':
    case 'CMD':
    case 'ENTRYPOINT':
      addTemplates(items, typed);
      return;
  }
}

/** The templates of the instruction without its word, where nothing has been typed behind it. */
function addTemplates(items: Items, { keyword, rest }: Typed): void {
  if (rest !== '' || !items.isAtLineEnd) return;
  for (const { label, detail, body } of instructionFacts[keyword]?.templates ?? []) {
    items.add({
      label: label.slice(keyword.length + 1),
      kind: CompletionItemKind.Snippet,
      from: items.offset,
      snippet: body.slice(keyword.length + 1),
      detail,
    });
  }
}

const stageNames = ['base', 'build', 'builder', 'dependencies', 'dev', 'test', 'final', 'runtime', 'production'];

async function completeFrom(items: Items, { instruction, word, index }: Typed): Promise<void> {
  const { model } = items.file;
  const from = items.offset - word.length;
  if (index === 0) {
    if (!word.includes(':')) {
      completeStages(items, from, instruction.stage, { numbers: false, lowerCase: true });
      items.add({ label: 'scratch', kind: CompletionItemKind.Keyword, from, detail: 'an empty file system', group: 4 });
    }
    await completeImages(items, word, from, 1);
  } else if (index === 1) {
    const isLower = instruction.node.keywordText === instruction.node.keywordText.toLowerCase();
    items.add({
      label: isLower ? 'as' : 'AS',
      kind: CompletionItemKind.Keyword,
      from,
      insert: isLower ? 'as ' : 'AS ',
      detail: 'names the stage',
      retrigger: true,
    });
  } else if (index === 2) {
    for (const label of stageNames) {
      if (model.stageByName(label) === undefined) {
        items.add({ label, kind: CompletionItemKind.Class, from, detail: 'a name for the stage' });
      }
    }
  }
}

async function completeFiles(items: Items, typed: Typed): Promise<void> {
  const { instruction, word, index, isJson } = typed;
  if (word.includes('$') || /^[a-z+]+:\/\//i.test(word)) return;
  const { stage } = instruction;
  const source = instruction.keyword === 'COPY' ? instruction.from?.value?.text : undefined;
  if (source === undefined) await completeContextPaths(items, word, isJson);
  else {
    const { model } = items.file;
    const target = /^\d+$/.test(source) ? model.stages[Number(source)] : model.stageByName(source);
    for (const path of target === undefined ? [] : stagePaths(target)) {
      items.add({
        label: path,
        kind: CompletionItemKind.Folder,
        from: items.offset - word.length,
        detail: `in stage '${source}'`,
      });
    }
  }
  if (index === 0) return;
  if (word === '') {
    items.add({
      label: './',
      kind: CompletionItemKind.Folder,
      from: items.offset,
      detail: 'the working directory',
      group: 1,
    });
  }
  if (word === '' || word.startsWith('/')) completeContainerPaths(items, word, stage);
}

function completeArg(items: Items, { instruction, word }: Typed): void {
  if (word.includes('=')) return;
  const { model, lines } = items.file;
  const { stage } = instruction;
  if (stage === undefined) return;
  const from = items.offset - word.length;
  const own = new Set(
    stage.all('ARG').flatMap((arg) => (arg === instruction ? [] : arg.declarations.map(({ name }) => name))),
  );
  for (const variable of model.variables.visible(undefined, Number.POSITIVE_INFINITY)) {
    const { name, nameSpan, value } = variable;
    if (nameSpan === undefined || own.has(name)) continue;
    const shown = value.kind === 'text' ? `= ${value.text}, ` : '';
    items.add({
      label: name,
      kind: CompletionItemKind.Variable,
      from,
      detail: `${shown}global ARG in line ${lines.lineAt(nameSpan.start) + 1}`,
    });
  }
  for (const label of platformArguments) {
    if (own.has(label)) continue;
    items.add({
      label,
      kind: CompletionItemKind.Constant,
      from,
      detail: platformArgumentDocumentation[label],
      group: 1,
    });
  }
}

function completeEnv(items: Items, { instruction, word }: Typed): void {
  if (word.includes('=')) return;
  const { model } = items.file;
  const { stage } = instruction;
  const from = items.offset - word.length;
  for (const { name, kind } of model.variables.visible(stage, instruction.span.start)) {
    if (kind !== 'arg') continue;
    items.add({
      label: `${name}=$${name}`,
      kind: CompletionItemKind.Variable,
      from,
      filter: name,
      detail: 'keeps the build argument in the image',
    });
  }
  for (const { name, value, of } of commonEnvironment) {
    items.add({
      label: `${name}=${value}`,
      kind: CompletionItemKind.Variable,
      from,
      filter: name,
      detail: of,
      group: 1,
    });
  }
}

async function completePorts(items: Items, { instruction, word }: Typed): Promise<void> {
  const slash = word.indexOf('/');
  if (slash !== -1) {
    for (const label of protocols) {
      items.add({ label, kind: CompletionItemKind.EnumMember, from: items.offset - (word.length - slash - 1) });
    }
    return;
  }
  const from = items.offset - word.length;
  for (const expose of items.file.model.all('EXPOSE')) {
    if (expose === instruction) continue;
    for (const { text } of expose.words) {
      items.add({ label: text, kind: CompletionItemKind.Value, from, detail: 'exposed in this file' });
    }
  }
  const image = instruction.stage?.root.image;
  const local = image === undefined ? undefined : await localImage(image, items.context.host);
  if (image !== undefined && local !== undefined && local !== 'unknown') {
    for (const port of local.exposedPorts ?? []) {
      const label = port.replace(/\/tcp$/, '');
      items.add({ label, kind: CompletionItemKind.Value, from, detail: `exposed by ${image.familiarName}` });
    }
  }
  for (const { port, of } of commonPorts) {
    items.add({ label: port, kind: CompletionItemKind.Value, from, detail: of, group: 1 });
  }
}

function completeHealthcheck(items: Items, { rest, word, index, instruction }: Typed): void {
  const from = items.offset - word.length;
  if (index === 0) {
    const isLower = instruction.node.keywordText === instruction.node.keywordText.toLowerCase();
    const cased = (text: string) => (isLower ? text.toLowerCase() : text);
    items.add({
      label: cased('CMD'),
      kind: CompletionItemKind.Keyword,
      from,
      insert: `${cased('CMD')} `,
      detail: 'the check',
      retrigger: true,
    });
    items.add({
      label: cased('NONE'),
      kind: CompletionItemKind.Keyword,
      from,
      detail: 'no check, also none of the base image',
    });
    return;
  }
  if (!/^cmd\s+\S*$/i.test(rest) || !items.isAtLineEnd) return;
  const port = items.file.model.all('EXPOSE').find((expose) => expose.stage === instruction.stage)?.words[0]?.text;
  const shown = port === undefined || port.includes('$') ? '8080' : port.replace(/[-/].*$/, '');
  for (const { label, body, detail } of healthCommands) {
    items.add({ label, kind: CompletionItemKind.Snippet, from, snippet: body.replaceAll('PORT', shown), detail });
  }
}
