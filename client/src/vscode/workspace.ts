import { languages, Uri, window, workspace } from 'vscode';
import type { Workspace } from '../ui/workspace.ts';

const mostDockerfiles = 200;

/** The editor's opened folders, as commands see them. `glob` finds Dockerfiles. */
export function editorWorkspace(glob: string): Workspace {
  return {
    isTrusted: () => workspace.isTrusted,
    async dockerfiles() {
      const files = await workspace.findFiles(glob, '**/node_modules/**', mostDockerfiles);
      return files.map(({ fsPath }) => fsPath).sort();
    },
    activeDockerfile() {
      const document = window.activeTextEditor?.document;
      const isOne = document?.uri.scheme === 'file' && languages.match({ language: 'dockerfile' }, document) > 0;
      return isOne ? document.uri.fsPath : undefined;
    },
    folderOf: (file) => workspace.getWorkspaceFolder(Uri.file(file))?.uri.fsPath,
    fileOf(argument) {
      const uri = typeof argument === 'string' ? Uri.parse(argument) : argument instanceof Uri ? argument : undefined;
      return uri?.scheme === 'file' ? uri.fsPath : undefined;
    },
    async save(file) {
      await workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.fsPath === file)?.save();
    },
  };
}
