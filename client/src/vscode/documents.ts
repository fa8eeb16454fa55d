import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';

/** Read-only documents under a scheme of ours, whose text is made when the editor asks for it. */
export interface VirtualDocuments extends Disposable {
  /** The document's URI, with the text it is to show now. */
  put(path: string, query: string, text: string): Uri;
}

/** `load` makes the text of a document that the editor brings back after a restart. Rejections become its text. */
export function virtualDocuments(scheme: string, load: (uri: Uri) => Promise<string>): VirtualDocuments {
  const changes = new EventEmitter<Uri>();
  const texts = new Map<string, string>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changes.event,
    async provideTextDocumentContent(uri) {
      const known = texts.get(uri.toString());
      if (known !== undefined) return known;
      try {
        return await load(uri);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
  const registration = workspace.registerTextDocumentContentProvider(scheme, provider);
  const closing = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    put(path, query, text) {
      const uri = Uri.from({ scheme, path: `/${path}`, query });
      texts.set(uri.toString(), text);
      changes.fire(uri);
      return uri;
    },
    dispose() {
      registration.dispose();
      closing.dispose();
      changes.dispose();
    },
  };
}
