import type { Features } from '../../language.ts';
import type { DockerfileFile } from '../model/file.ts';
import { definition } from './definition.ts';
import { linkedEditing } from './linkedEditing.ts';
import { highlight, references } from './references.ts';
import { prepareRename, rename } from './rename.ts';

export const features: Features<DockerfileFile> = {
  definition,
  references,
  highlight,
  prepareRename,
  rename,
  linkedEditing,
};
