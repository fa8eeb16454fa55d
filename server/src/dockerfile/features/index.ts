import type { Features } from '../../language.ts';
import type { DockerfileFile } from '../model/file.ts';
import { codeLens } from './codeLens.ts';
import { completion, resolveCompletion } from './completion/index.ts';
import { definition } from './definition.ts';
import { folding } from './folding.ts';
import { formatOnType } from './formatOnType.ts';
import { format } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlayHints.ts';
import { linkedEditing } from './linkedEditing.ts';
import { links } from './links.ts';
import { highlight, references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRanges } from './selectionRanges.ts';
import { semanticTokens } from './semanticTokens.ts';
import { signatureHelp } from './signatureHelp.ts';
import { symbols } from './symbols.ts';

export const features: Features<DockerfileFile> = {
  completion,
  resolveCompletion,
  hover,
  signatureHelp,
  definition,
  references,
  highlight,
  prepareRename,
  rename,
  symbols,
  folding,
  selectionRanges,
  semanticTokens,
  inlayHints,
  codeLens,
  links,
  linkedEditing,
  format,
  formatOnType,
};
