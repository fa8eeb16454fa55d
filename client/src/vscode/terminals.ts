import { EventEmitter, type Pseudoterminal, type TerminalDimensions, ThemeIcon, window } from 'vscode';
import type { TerminalProgram } from '../ui/ui.ts';

/** Opens a terminal that shows a program of ours. */
export function openTerminal(
  { name, icon, program }: { readonly name: string; readonly icon: string; readonly program: TerminalProgram },
  log: (line: string) => void,
): void {
  const pty = new ProgramTerminal(program, (error) => log(`The terminal '${name}' failed: ${String(error)}`));
  window.createTerminal({ name, pty, iconPath: new ThemeIcon(icon), isTransient: true }).show();
}

const ctrlC = '\u0003';
/** For a terminal that has no size yet because its panel is not shown. */
const usualSize: TerminalDimensions = { columns: 80, rows: 24 };

class ProgramTerminal implements Pseudoterminal {
  readonly #program: TerminalProgram;
  readonly #failed: (error: unknown) => void;
  readonly #output = new EventEmitter<string>();
  readonly #closing = new EventEmitter<void>();
  readonly #end = new AbortController();
  #pending = '';
  #isOver = false;
  readonly onDidWrite = this.#output.event;
  readonly onDidClose = this.#closing.event;

  constructor(program: TerminalProgram, failed: (error: unknown) => void) {
    this.#program = program;
    this.#failed = failed;
  }

  open(size = usualSize): void {
    const screen = { ...size, signal: this.#end.signal, write: (text: string) => this.#write(text) };
    this.#program.run(screen).then(
      (then) => {
        this.#isOver = true;
        if (then === 'close') this.#closing.fire();
      },
      (error: unknown) => {
        this.#isOver = true;
        this.#failed(error);
        const message = error instanceof Error ? error.message : String(error);
        this.#write(`\r\n\u001b[31m${message.replaceAll('\n', '\r\n')}\u001b[0m\r\nPress any key to close.`);
      },
    );
  }

  close(): void {
    this.#end.abort();
  }

  handleInput(text: string): void {
    if (this.#isOver) this.#closing.fire();
    else if (this.#program.input) this.#program.input(text);
    else if (text === ctrlC) this.#end.abort();
  }

  setDimensions({ columns, rows }: TerminalDimensions): void {
    this.#program.resize?.(columns, rows);
  }

  /** Many small pieces go to the editor as one. */
  #write(text: string): void {
    if (this.#pending === '') setImmediate(() => this.#flush());
    this.#pending += text;
  }

  #flush(): void {
    this.#output.fire(this.#pending);
    this.#pending = '';
  }
}
