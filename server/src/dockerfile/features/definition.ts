import type { LocationLink } from 'vscode-languageserver-types';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import { type Named, namedAt } from './names.ts';
import { rangeOf } from './ranges.ts';

/** Where a stage, a variable or a heredoc delimiter comes from. A repeated ARG leads to the global one. */
export function definition(file: DockerfileFile, offset: number): readonly LocationLink[] {
  const named = namedAt(file, offset);
  const target = named && targetOf(named);
  if (named === undefined || target === undefined) return [];
  return [
    {
      originSelectionRange: rangeOf(file, named.span),
      targetUri: file.uri,
      targetRange: rangeOf(file, target.whole),
      targetSelectionRange: rangeOf(file, target.name),
    },
  ];
}

function targetOf(named: Named): { whole: Span; name: Span } | undefined {
  switch (named.kind) {
    case 'stage': {
      const { from } = named.stage;
      return { whole: from.span, name: from.stageName?.span ?? from.base?.span ?? from.keywordSpan };
    }
    case 'heredoc':
      return { whole: named.heredoc.marker, name: named.heredoc.nameSpan };
    case 'variable': {
      const { variable, isDeclaration } = named;
      const global = isDeclaration && variable?.global?.nameSpan !== undefined ? variable.global : variable;
      if (global?.nameSpan === undefined || global.instruction === undefined) return undefined;
      return { whole: global.instruction.span, name: global.nameSpan };
    }
  }
}
