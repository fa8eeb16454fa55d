/** A user, an editor and an engine in memory, for tests of commands. */

import { FakeEngine } from '../engine/testing.ts';
import type { Container, Image, Network, Volume } from '../model/records.ts';
import { Store } from '../model/store.ts';
import type { TargetReference } from '../model/targets.ts';
import type { PickItem, Question, TerminalProgram, Ui } from '../ui/ui.ts';
import type { Command, Services } from './command.ts';

/** What is on the engine of a test. */
export interface World {
  readonly containers?: readonly Container[];
  readonly images?: readonly Image[];
  readonly volumes?: readonly Volume[];
  readonly networks?: readonly Network[];
}

/** A desk where a command is called: answers of the user go in, what the command did comes out. */
export class Desk {
  engine = new FakeEngine();
  /** Everything that was shown, in order: `error …`, `info …`, `confirm …`, `pick …`, `copy …`, `open …`, `record …`. */
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  readonly terminals: { readonly name: string; readonly program: TerminalProgram }[] = [];
  readonly memory = new Map<string, string>();
  readonly changedSettings: string[] = [];
  /** Titles that the user presses or picks, in order; `Cancel` for none. Without an answer the first one is taken. */
  answers: string[] = [];
  /** Labels that were offered as chosen beforehand in the last list of several. */
  preselected: readonly string[] = [];
  isTrusted = true;
  /** The last question. */
  question: Question<unknown> | undefined;
  readonly services: Services;

  constructor(world: World = {}) {
    this.engine.world.containers.push(...(world.containers ?? []));
    this.engine.world.images.push(...(world.images ?? []));
    this.engine.world.volumes.push(...(world.volumes ?? []));
    this.engine.world.networks.push(...(world.networks ?? []));
    const store = new Store({
      connect: async () => this.engine,
      // Nothing in a test waits for time to pass.
      delay: (_, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      log: (line) => this.logged.push(line),
    });
    this.services = {
      store,
      ui: this.#ui(),
      workspace: {
        isTrusted: () => this.isTrusted,
        dockerfiles: async () => ['/code/shop/Dockerfile', '/code/shop/api/Dockerfile'],
        activeDockerfile: () => undefined,
        folderOf: (file) => (file.startsWith('/code/shop/') ? '/code/shop' : undefined),
        fileOf: (argument) => (typeof argument === 'string' ? argument.replace('file://', '') : undefined),
        save: async () => undefined,
      },
      languageServer: {
        restart: async () => void this.shown.push('restart'),
        ruleDocumentation: async (id) => (id === 'known' ? '# known' : undefined),
      },
      log: (line) => this.logged.push(line),
    };
  }

  /** Calls a command on rows, or from the command palette. */
  async call(command: Command, targets?: readonly TargetReference[], ...given: readonly unknown[]): Promise<void> {
    await command.execute(this.services, { ...(targets && { targets }), arguments: given });
  }

  /**
   * Runs the program of the last terminal, to its end or until its text matches. Answers what it printed, without colours.
   */
  async terminal(until?: RegExp): Promise<string> {
    const program = this.terminals.at(-1)?.program;
    const closed = new AbortController();
    let text = '';
    const write = (piece: string) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
      text += piece.replace(/\u001b\[[\d;]*m/g, '');
      if (until?.test(text)) closed.abort();
    };
    await program?.run({ columns: 80, rows: 24, signal: closed.signal, write });
    return text;
  }

  #ui(): Ui {
    const choose = (titles: readonly string[]) => {
      const answer = this.answers.shift();
      return answer === undefined ? titles[0] : titles.find((title) => title === answer);
    };
    const say = (kind: string, text: string) => void this.shown.push(`${kind} ${text}`);
    return {
      confirm: async (question) => {
        this.question = question;
        say('confirm', question.message);
        const title = choose(question.choices.map((choice) => choice.title));
        return question.choices.find((choice) => choice.title === title)?.value;
      },
      pick: async <T>(items: readonly PickItem<T>[], { title }: { title: string }) => {
        say('pick', `${title}: ${items.map(({ label }) => label).join(', ')}`);
        const label = choose(items.map((item) => item.label));
        return items.find((item) => item.label === label)?.value;
      },
      pickMany: async <T>(items: readonly PickItem<T>[], { title }: { title: string }) => {
        say('pick', `${title}: ${items.map(({ label }) => label).join(', ')}`);
        this.preselected = items.filter(({ picked }) => picked).map(({ label }) => label);
        const answer = this.answers.shift();
        if (answer === 'Cancel') return undefined;
        const labels = answer?.split(', ') ?? this.preselected;
        return items.filter(({ label }) => labels.includes(label)).map(({ value }) => value);
      },
      input: async ({ title, value, validate }) => {
        say('input', title);
        const answer = this.answers.shift() ?? value ?? '';
        if (answer === 'Cancel') return undefined;
        const problem = validate?.(answer);
        if (problem !== undefined) throw new Error(problem);
        return answer;
      },
      progress: async (title, task) => {
        say('progress', title);
        return task();
      },
      openTerminal: ({ name, program }) => {
        say('terminal', name);
        this.terminals.push({ name, program });
      },
      showRecord: async ({ kind, id, name }) => say('record', `${kind} ${id} ${name}`),
      showMarkdown: async ({ name }) => say('markdown', name),
      copy: async (text) => say('copy', text),
      openExternal: async (address) => say('open', address),
      showInformation: (message) => say('info', message),
      showError: async (message, ...buttons) => {
        say('error', message);
        return this.answers.length > 0 ? choose(buttons) : undefined;
      },
      showLog: () => say('log', ''),
      openSettings: async (query) => say('settings', query),
      changeSetting: async (key, entry, value) => void this.changedSettings.push(`${key} ${entry} ${value}`),
      recall: (key) => this.memory.get(key),
      remember: async (key, value) => void this.memory.set(key, value),
    };
  }
}
