import type { Features } from '../../language.ts';
import type { ComposeFile } from '../model/file.ts';

export const features: Features<ComposeFile> = {};
