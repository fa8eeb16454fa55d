import { command } from './command.ts';

export const retry = command({
  id: 'engine.retry',
  title: 'Connect Again',
  icon: 'debug-reconnect',
  async run({ store, ui }) {
    store.reconnect();
    await ui.progress('Connect', () => store.use(async () => undefined));
  },
});

export const refresh = command({
  id: 'engine.refresh',
  title: 'Refresh',
  icon: 'refresh',
  places: [{ menu: 'view/title', when: 'view =~ /^dockwright\\./', group: 'navigation@9' }],
  run: ({ store, ui }) => ui.progress('Refresh', () => store.refresh()),
});

export const configure = command({
  id: 'engine.configure',
  title: 'Set Engine Address',
  run: ({ ui }) => ui.openSettings('dockwright.engine.host'),
});

export const showLog = command({
  id: 'showLog',
  title: 'Show Log',
  run: async ({ ui }) => ui.showLog(),
});

export const restartServer = command({
  id: 'restartLanguageServer',
  title: 'Restart Language Server',
  run: ({ languageServer }) => languageServer.restart(),
});
