/** The languages of the extension: what the manifest adds to the editor's own ones, and which files the server gets. */

export interface LanguageFacts {
  /** Language id of the editor. */
  readonly id: 'dockerfile' | 'dockercompose' | 'dockerignore';
  readonly name: string;
  readonly filenames: readonly string[];
  readonly filenamePatterns: readonly string[];
  readonly extensions: readonly string[];
  /** The grammar, for languages that the editor has none for or that ours is better at. */
  readonly grammar?: { readonly scope: string; readonly path: string };
  readonly configuration?: string;
  readonly snippets?: string;
  /** Glob of files that are of the language by name, whatever the editor takes them for. */
  readonly glob: string;
}

export const languages: readonly LanguageFacts[] = [
  {
    id: 'dockerfile',
    name: 'Dockerfile',
    filenames: ['Dockerfile', 'Containerfile', 'dockerfile', 'containerfile'],
    filenamePatterns: ['Dockerfile.*', 'Containerfile.*', 'Dockerfile-*', 'Dockerfile_*'],
    extensions: ['.dockerfile', '.containerfile'],
    grammar: { scope: 'source.dockerfile', path: './syntaxes/dockerfile.tmLanguage.json' },
    configuration: './syntaxes/dockerfile.language-configuration.json',
    snippets: './snippets/dockerfile.json',
    glob: '**/{Dockerfile,Dockerfile.*,Dockerfile-*,Dockerfile_*,Containerfile,Containerfile.*,*.dockerfile,*.Dockerfile,*.containerfile,dockerfile,containerfile}',
  },
  {
    id: 'dockercompose',
    name: 'Compose',
    filenames: ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'],
    filenamePatterns: [
      'compose.*.yaml',
      'compose.*.yml',
      'compose-*.yaml',
      'compose-*.yml',
      '{docker,podman}-compose*.yaml',
      '{docker,podman}-compose*.yml',
    ],
    extensions: [],
    snippets: './snippets/compose.json',
    glob: '**/{compose,docker-compose,podman-compose}*.{yaml,yml}',
  },
  {
    id: 'dockerignore',
    name: 'Docker ignore file',
    filenames: ['.dockerignore', '.containerignore'],
    filenamePatterns: ['*.dockerignore', '*.containerignore'],
    extensions: [],
    grammar: { scope: 'source.dockerignore', path: './syntaxes/dockerignore.tmLanguage.json' },
    configuration: './syntaxes/dockerignore.language-configuration.json',
    glob: '**/{.dockerignore,*.dockerignore,.containerignore,*.containerignore}',
  },
];
