import { type DocumentSymbol, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import { rangeOf } from './ranges.ts';

/** Longest detail, in characters. */
const LONGEST = 80;

/** Directives, global arguments and stages; in stages their instructions, and each variable and label of its own. */
export function symbols(file: DockerfileFile): readonly DocumentSymbol[] {
  const { tree, model } = file;
  const found: DocumentSymbol[] = [];
  for (const { name, value, span, nameSpan } of tree.directives) {
    found.push(symbol(file, name, value, SymbolKind.Property, span, nameSpan));
  }
  for (const instruction of model.preamble) found.push(...instructionSymbols(file, instruction));
  for (const stage of model.stages) found.push(stageSymbol(file, stage));
  return found;
}

function symbol(
  file: DockerfileFile,
  name: string,
  detail: string,
  kind: SymbolKind,
  span: Span,
  selection: Span,
): DocumentSymbol {
  return { name, detail, kind, range: rangeOf(file, span), selectionRange: rangeOf(file, selection) };
}

function stageSymbol(file: DockerfileFile, stage: Stage): DocumentSymbol {
  const { from, stageName, index, span } = stage;
  const base = from.base?.text ?? '';
  return {
    ...symbol(
      file,
      stageName?.text ?? (base || `stage ${index}`),
      stageName === undefined ? `stage ${index}` : `FROM ${base}`,
      SymbolKind.Namespace,
      span,
      stageName?.span ?? from.base?.span ?? from.keywordSpan,
    ),
    children: stage.instructions.flatMap((instruction) => instructionSymbols(file, instruction)),
  };
}

function instructionSymbols(file: DockerfileFile, instruction: Instruction): DocumentSymbol[] {
  const { keyword, node, span, keywordSpan, heredocs } = instruction;
  if (keyword === 'ARG') {
    const named = instruction.declarations.filter(({ name }) => name !== '');
    if (named.length > 0) {
      return named.map(({ name, span: whole, nameSpan, value }) =>
        symbol(
          file,
          name,
          shortened(`ARG${value === undefined ? '' : ` = ${value.text}`}`),
          SymbolKind.Variable,
          whole,
          nameSpan,
        ),
      );
    }
  }
  if (keyword === 'ENV' || keyword === 'LABEL') {
    const kind = keyword === 'ENV' ? SymbolKind.Variable : SymbolKind.Property;
    const named = instruction.pairs.filter(({ key }) => key.text !== '');
    if (named.length > 0) {
      return named.map(({ key, keySpan, value, span: whole }) =>
        symbol(
          file,
          key.text,
          shortened(`${keyword}${value === undefined ? '' : ` = ${value.text}`}`),
          kind,
          whole,
          keySpan,
        ),
      );
    }
  }
  const own = symbol(
    file,
    keyword === 'UNKNOWN' ? node.keywordText : keyword,
    shortened(node.arguments.text),
    kinds[keyword] ?? SymbolKind.Function,
    span,
    keywordSpan,
  );
  if (keyword === 'MAINTAINER') own.tags = [SymbolTag.Deprecated];
  if (heredocs.length > 0) {
    own.children = heredocs
      .filter(({ name }) => name !== '')
      .map(({ name, marker, nameSpan, body, terminator }) =>
        symbol(
          file,
          name,
          'heredoc',
          SymbolKind.String,
          { start: marker.start, end: terminator?.end ?? body.end },
          nameSpan,
        ),
      );
  }
  return [own];
}

function shortened(text: string): string {
  const start = text.slice(0, LONGEST * 4).replace(/\s+/g, ' ');
  return start.length > LONGEST ? `${start.slice(0, LONGEST - 1)}…` : start;
}

const kinds: { readonly [Keyword in Instruction['keyword']]?: SymbolKind } = {
  ADD: SymbolKind.File,
  COPY: SymbolKind.File,
  CMD: SymbolKind.Event,
  ENTRYPOINT: SymbolKind.Event,
  HEALTHCHECK: SymbolKind.Event,
  ONBUILD: SymbolKind.Event,
  EXPOSE: SymbolKind.Interface,
  LABEL: SymbolKind.Property,
  MAINTAINER: SymbolKind.Property,
  SHELL: SymbolKind.Property,
  STOPSIGNAL: SymbolKind.Property,
  USER: SymbolKind.Property,
  VOLUME: SymbolKind.Property,
  WORKDIR: SymbolKind.Property,
  ENV: SymbolKind.Variable,
  ARG: SymbolKind.Variable,
  UNKNOWN: SymbolKind.Null,
};
