import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type {
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  Range,
  SelectionRange,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { Client, type Opened } from './client.ts';

const dockerfile = 'file:///project/Dockerfile';
const composeFile = 'file:///project/compose.yaml';

const FULL_RANGE = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

const SAMPLE = `ARG VERSION=3.22
FROM alpine:$VERSION AS build
ENV APP=/srv/app
WORKDIR $APP
RUN apk add --no-cache curl \\
    && curl -fsS https://example.com
FROM alpine:3.22
COPY --from=build /srv/app /srv/app
USER app
`;

const PROJECT = `services:
  web:
    image: nginx:1.29
    depends_on: [db]
  db:
    image: postgres:17
    volumes: [data:/var/lib/postgresql/data]
volumes:
  data:
`;

function markdown({ contents }: Hover): string {
  return (contents as MarkupContent).value;
}

describe('protocol: one journey for each capability', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(async () => {
    await client.stop();
  });

  /** Opens a file with the cursor at the mark, and closes it in the end. */
  async function inFile<Result>(uri: string, marked: string, work: (file: Opened) => Promise<Result>): Promise<Result> {
    const file = await client.open(uri, uri === dockerfile ? 'dockerfile' : 'dockercompose', marked);
    try {
      return await work(file);
    } finally {
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
  }

  const at = (text: string, before: string) => text.replace(before, () => `‸${before}`);

  it('completes, and documents an item when it is asked to', () =>
    inFile(dockerfile, 'FROM alpine:3.22\nHEALTHC‸', async (file) => {
      const items = await file.ask<CompletionItem[]>('textDocument/completion');
      const item = items.find(({ label }) => label.startsWith('HEALTHCHECK'));
      assert.ok(item);
      const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
      assert.ok(resolved.documentation);
    }));

  it('completes keys and names in Compose files', () =>
    inFile(composeFile, PROJECT.replace('[db]', '[‸]'), async (file) => {
      const items = await file.ask<CompletionItem[]>('textDocument/completion');
      assert.deepEqual(
        items.map(({ label }) => label),
        ['db'],
      );
    }));

  it('explains on hover', async () => {
    await inFile(dockerfile, at(SAMPLE, 'APP\n'), async (file) => {
      const hover = await file.ask<Hover>('textDocument/hover');
      assert.match(markdown(hover), /\/srv\/app/);
    });
    await inFile(composeFile, at(PROJECT, 'image: nginx'), async (file) => {
      assert.match(markdown(await file.ask<Hover>('textDocument/hover')), /image/i);
    });
  });

  it('explains findings below what else is said of their place', async () => {
    await inFile(dockerfile, 'FROM debian:12\nRUN <<EOF\n‸cd build\nmake\nEOF\n', async (file) => {
      const ask = () => file.ask<Hover | null>('textDocument/hover');
      assert.equal(await ask(), null, 'nothing is linted for a hover');
      const { items } = await file.ask<{ items: Diagnostic[] }>('textDocument/diagnostic');
      const hover = await ask();
      assert.ok(hover?.range);
      assert.equal(file.at(hover.range), 'cd build');
      assert.match(markdown(hover), /^\*\*shell-cd-unchecked\*\* \(\[ShellCheck SC2164\]/);
      assert.ok(items.every(({ message }) => !markdown(hover).includes(String(message))));
      await file.replace('make', 'true');
      assert.equal(await ask(), null, 'it speaks of the present version');
    });
    await inFile(dockerfile, 'FROM debian:12\n‸MAINTAINER me\n', async (file) => {
      const before = markdown(await file.ask<Hover>('textDocument/hover'));
      await file.ask('textDocument/diagnostic');
      const after = markdown(await file.ask<Hover>('textDocument/hover'));
      assert.ok(after.startsWith(`${before}\n\n---\n\n**`));
    });
    await inFile(composeFile, at(PROJECT, 'image: nginx').replace('image:', 'imgae:'), async (file) => {
      await file.ask('textDocument/diagnostic');
      assert.match(markdown(await file.ask<Hover>('textDocument/hover')), /^\*\*[\w-]+\*\*: /);
    });
  });

  it('explains findings that were pushed', async () => {
    const pushed = await Client.start({ capabilities: {} });
    const file = await pushed.open(dockerfile, 'dockerfile', 'FROM debian:12\nRUN ‸cd build; make\n');
    await pushed.pushed(dockerfile);
    assert.match(markdown(await file.ask<Hover>('textDocument/hover')), /shell-cd-unchecked/);
    await pushed.stop();
  });

  it('shows the forms of an instruction', () =>
    inFile(dockerfile, 'FROM alpine:3.22\nCOPY ‸', async (file) => {
      const help = await file.ask<SignatureHelp>('textDocument/signatureHelp');
      assert.ok(help.signatures.some(({ label }) => label.startsWith('COPY')));
    }));

  it('goes to definitions', async () => {
    await inFile(dockerfile, at(SAMPLE, 'build /srv'), async (file) => {
      const [link] = await file.ask<LocationLink[]>('textDocument/definition');
      assert.equal(link && file.at(link.targetSelectionRange), 'build');
      assert.equal(link?.targetSelectionRange.start.line, 1);
    });
    await inFile(composeFile, at(PROJECT, 'data:/var'), async (file) => {
      const [link] = await file.ask<LocationLink[]>('textDocument/definition');
      assert.equal(link?.targetSelectionRange.start.line, 8);
    });
  });

  it('finds and highlights references', () =>
    inFile(dockerfile, at(SAMPLE, 'APP='), async (file) => {
      const found = await file.ask<Location[]>('textDocument/references', { context: { includeDeclaration: true } });
      assert.deepEqual(
        found.map(({ range }) => file.at(range)),
        ['APP', 'APP'],
      );
      const highlights = await file.ask<DocumentHighlight[]>('textDocument/documentHighlight');
      assert.equal(highlights.length, 2);
    }));

  it('renames a stage and everything that names it, and refuses a bad name', () =>
    inFile(dockerfile, at(SAMPLE, 'build\nENV'), async (file) => {
      assert.ok(await file.ask('textDocument/prepareRename'));
      const edit = await file.ask<WorkspaceEdit>('textDocument/rename', { newName: 'compile' });
      const text = file.with(edit.changes?.[dockerfile] ?? []);
      assert.match(text, /AS compile\n/);
      assert.match(text, /--from=compile /);
      await assert.rejects(file.ask('textDocument/rename', { newName: '9 lives' }), /'9 lives'/);
      assert.ok(await file.ask('textDocument/linkedEditingRange'));
    }));

  it('outlines stages with their instructions', () =>
    inFile(dockerfile, SAMPLE, async (file) => {
      const symbols = await file.ask<DocumentSymbol[]>('textDocument/documentSymbol');
      const stage = symbols.find(({ name }) => name.includes('build'));
      assert.ok(stage?.children?.some(({ name, detail }) => name === 'APP' && detail?.startsWith('ENV')));
    }));

  it('folds, and widens selections', () =>
    inFile(dockerfile, at(SAMPLE, 'curl -fsS'), async (file) => {
      const ranges = await file.ask<FoldingRange[]>('textDocument/foldingRange');
      assert.ok(ranges.some(({ startLine, endLine }) => startLine === 4 && endLine === 5));
      const [selection] = await file.ask<SelectionRange[]>('textDocument/selectionRange', { positions: [file.cursor] });
      let depth = 0;
      for (let range = selection; range !== undefined; range = range.parent) depth++;
      assert.ok(depth >= 3);
    }));

  it('colours whole, in part and by differences', () =>
    inFile(dockerfile, SAMPLE, async (file) => {
      const full = await file.ask<{ resultId: string; data: number[] }>('textDocument/semanticTokens/full');
      assert.ok(full.data.length > 0 && full.data.length % 5 === 0);
      const part = await file.ask<{ data: number[] }>('textDocument/semanticTokens/range', {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 10 } },
      });
      assert.ok(part.data.length > 0 && part.data.length < full.data.length);
      await file.replace('USER app', 'USER $APP');
      const delta = await file.ask<{ edits: { start: number; deleteCount: number; data: number[] }[] }>(
        'textDocument/semanticTokens/full/delta',
        { previousResultId: full.resultId },
      );
      const patched = [...full.data];
      for (const { start, deleteCount, data } of delta.edits) patched.splice(start, deleteCount, ...(data ?? []));
      const again = await file.ask<{ data: number[] }>('textDocument/semanticTokens/full');
      assert.deepEqual(patched, again.data);
    }));

  it('shows values beside their uses', () =>
    inFile(dockerfile, SAMPLE, async (file) => {
      const hints = await file.ask<InlayHint[]>('textDocument/inlayHint', { range: FULL_RANGE });
      assert.ok(hints.length > 0);
      client.settings = { inlayHints: { variables: false, platforms: false } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.deepEqual(await file.ask('textDocument/inlayHint', { range: FULL_RANGE }), []);
      client.settings = {};
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    }));

  it('offers to build and run', () =>
    inFile(dockerfile, SAMPLE, async (file) => {
      const lenses = await file.ask<{ command: { command: string } }[]>('textDocument/codeLens');
      assert.ok(lenses.some(({ command }) => command.command === 'dockwright.build'));
    }));

  it('links images to their pages', () =>
    inFile(dockerfile, SAMPLE, async (file) => {
      const links = await file.ask<DocumentLink[]>('textDocument/documentLink');
      assert.ok(links.some(({ target }) => target?.startsWith('https://hub.docker.com/_/alpine')));
    }));

  it('formats whole files, ranges and while typing', async () => {
    const options = { tabSize: 4, insertSpaces: true };
    await inFile(dockerfile, 'from alpine:3.22\n   run a \\\n&& b   \n', async (file) => {
      const edits = await file.ask<TextEdit[]>('textDocument/formatting', { options });
      assert.equal(file.with(edits), 'FROM alpine:3.22\nRUN a \\\n    && b\n');
      const range: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
      const some = await file.ask<TextEdit[]>('textDocument/rangeFormatting', { options, range });
      assert.equal(file.with(some), 'FROM alpine:3.22\n   run a \\\n&& b   \n');
    });
    await inFile(dockerfile, 'FROM alpine:3.22\nRUN a \\\n‸', async (file) => {
      const edits = await file.ask<TextEdit[]>('textDocument/onTypeFormatting', { ch: '\n', options });
      assert.equal(file.with(edits), 'FROM alpine:3.22\nRUN a \\\n    ');
    });
  });

  it('lints ignore files', async () => {
    const uri = 'file:///project/.dockerignore';
    const file = await client.open(uri, 'ignore', 'node_modules\n[a\n');
    assert.ok((await file.diagnostics()).length > 0);
  });

  it('follows a long session of edits exactly', () =>
    inFile(dockerfile, SAMPLE.repeat(20), async (file) => {
      for (const word of ['curl', 'APP', 'alpine', 'USER app\n', 'apk', '&&']) {
        await file.replace(word, `${word}x`);
        await file.diagnostics();
        await file.ask('textDocument/semanticTokens/full');
      }
      const edited = await file.diagnostics();
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: dockerfile } });
      const fresh = await client.open(dockerfile, 'dockerfile', file.text);
      assert.deepEqual(edited, await fresh.diagnostics());
    }));
});
