import type { CodeLens } from 'vscode-languageserver-types';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import { rangeOf } from './ranges.ts';

/** Build and Run above the first FROM, and a build up to each named stage that is not the last. */
export function codeLens(file: DockerfileFile): readonly CodeLens[] {
  const { uri, model } = file;
  const found: CodeLens[] = [];
  const add = (at: Span, title: string, command: string, ...rest: readonly string[]) => {
    found.push({ range: rangeOf(file, at), command: { title, command, arguments: [uri, ...rest] } });
  };
  for (const { index, from, stageName, isFinal } of model.stages) {
    if (index === 0) {
      add(from.keywordSpan, 'Build', 'dockwright.build');
      add(from.keywordSpan, 'Run', 'dockwright.run');
    }
    // A target is looked up by name, and the last stage of that name is taken.
    if (isFinal || stageName?.isValid !== true || model.stageByName(stageName.name)?.index !== index) continue;
    add(from.keywordSpan, `Build to '${stageName.text}'`, 'dockwright.build', stageName.name);
  }
  return found;
}
