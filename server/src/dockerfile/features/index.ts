import type { Features } from '../../language.ts';
import type { DockerfileFile } from '../model/file.ts';

export const features: Features<DockerfileFile> = {};
