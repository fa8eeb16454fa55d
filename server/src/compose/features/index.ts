import type { Features } from '../../language.ts';
import type { ComposeFile } from '../model/file.ts';
import { completion } from './completion/completion.ts';
import { resolveCompletion } from './completion/items.ts';
import { definition } from './definition.ts';
import { folding } from './folding.ts';
import { format } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlayHints.ts';
import { links } from './links.ts';
import { highlight, references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRanges } from './selectionRanges.ts';
import { symbols } from './symbols.ts';

export const features: Features<ComposeFile> = {
  completion,
  resolveCompletion,
  hover,
  definition,
  references,
  highlight,
  prepareRename,
  rename,
  symbols,
  folding,
  selectionRanges,
  inlayHints,
  links,
  format,
};
