/** What commands may ask of the editor. Commands know nothing else of it, and tests put a fake here. */

/** A question before something that cannot be undone. */
export interface Question<Choice> {
  readonly message: string;
  /** What will be lost, and the equivalent command line. */
  readonly detail: string;
  /** One button each; Cancel is always there. */
  readonly choices: readonly { readonly title: string; readonly value: Choice }[];
}

export interface PickItem<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly picked?: boolean;
  readonly value: T;
}

/** What a terminal shows; made anew for every terminal. */
export interface TerminalProgram {
  /**
   * Runs until the program ends or the signal aborts, which it does when the user closes the terminal. `keep` leaves the
   * terminal open until a key is pressed. A rejection is shown in the terminal.
   */
  run(terminal: TerminalScreen): Promise<'close' | 'keep'>;
  /** The user typed. Absent: the program takes no input, and Ctrl+C ends it. */
  input?(text: string): void;
  resize?(columns: number, rows: number): void;
}

export interface TerminalScreen {
  readonly columns: number;
  readonly rows: number;
  readonly signal: AbortSignal;
  write(text: string): void;
}

export interface Ui {
  /** Asks in a modal dialog; `undefined` when the user cancels. */
  confirm<Choice>(question: Question<Choice>): Promise<Choice | undefined>;
  pick<T>(items: readonly PickItem<T>[], options: { readonly title: string }): Promise<T | undefined>;
  /** Several of the items, none included; `undefined` when the user cancels. */
  pickMany<T>(items: readonly PickItem<T>[], options: { readonly title: string }): Promise<readonly T[] | undefined>;
  /** A line of text; `validate` answers what is wrong with it. */
  input(options: {
    readonly title: string;
    readonly prompt: string;
    readonly value?: string;
    validate?(value: string): string | undefined;
  }): Promise<string | undefined>;
  /** Shows, quietly, that something is going on until the task settles. */
  progress<T>(title: string, task: () => Promise<T>): Promise<T>;
  /** `icon` is a codicon. */
  openTerminal(options: { readonly name: string; readonly icon: string; readonly program: TerminalProgram }): void;
  /** Shows a record of the engine as a read-only JSON document; the same reference always is the same document. */
  showRecord(record: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly json: unknown;
  }): Promise<void>;
  /** Shows Markdown, rendered; the same name always is the same document. */
  showMarkdown(document: { readonly name: string; readonly text: string }): Promise<void>;
  copy(text: string): Promise<void>;
  openExternal(address: string): Promise<void>;
  /** Shows a message without waiting for the user to see it. */
  showInformation(message: string): void;
  /** Answers the title of the button that was pressed, once the user has closed the message. */
  showError(message: string, ...buttons: readonly string[]): Promise<string | undefined>;
  showLog(): void;
  openSettings(query: string): Promise<void>;
  /** Sets an entry of a setting that is an object: for the opened folders when they have settings, else for the user. */
  changeSetting(key: string, entry: string, value: string): Promise<void>;
  /** Remembered for the workspace. */
  recall(key: string): string | undefined;
  remember(key: string, value: string): Promise<void>;
}
