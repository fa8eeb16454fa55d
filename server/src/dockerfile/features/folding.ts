import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { DockerfileFile } from '../model/file.ts';

const REGION = /^region\b/;
const END_OF_REGION = /^endregion\b/;

/** Stages, instructions of several lines, heredocs, runs of comment lines, and `# region` … `# endregion`. */
export function folding(file: DockerfileFile): readonly FoldingRange[] {
  const { lines, tree, model } = file;
  const found: FoldingRange[] = [];
  const add = (startLine: number, endLine: number, kind?: string) => {
    if (endLine > startLine) found.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
  };
  for (const { span } of model.stages) add(lines.lineAt(span.start), lines.lineAt(span.end));
  const regions: number[] = [];
  let runStart = -1;
  let runEnd = -1;
  const endRun = () => {
    if (runStart !== -1) add(runStart, runEnd, FoldingRangeKind.Comment);
    runStart = -1;
  };
  for (const item of tree.items) {
    const startLine = lines.lineAt(item.span.start);
    if (item.kind === 'comment') {
      const isStart = REGION.test(item.text);
      if (isStart) regions.push(startLine);
      else if (END_OF_REGION.test(item.text)) {
        const start = regions.pop();
        if (start !== undefined) add(start, startLine, FoldingRangeKind.Region);
      } else {
        if (runStart === -1 || startLine !== runEnd + 1) {
          endRun();
          runStart = startLine;
        }
        runEnd = startLine;
        continue;
      }
    }
    endRun();
    if (item.kind !== 'instruction') continue;
    add(startLine, lines.lineAt(item.span.end));
    for (const { marker, body, terminator } of item.heredocs) {
      const line = lines.lineAt(marker.start);
      if (line !== startLine) add(line, lines.lineAt(terminator?.end ?? body.end));
    }
  }
  endRun();
  return found;
}
