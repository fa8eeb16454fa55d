import type { Container } from '../engine/containers.ts';
import type { TerminalSession } from '../engine/exec.ts';
import type { TerminalProgram } from '../ui/ui.ts';
import { command } from './command.ts';

export const openShell = command({
  id: 'containers.openShell',
  title: 'Open Shell',
  icon: 'terminal',
  on: 'container',
  when: ['running'],
  group: '2_look',
  inline: 3,
  run: ({ engine, ui, each }, containers) =>
    each(containers, async (container: Container) => {
      const end = new AbortController();
      // Started before the terminal is shown, so that an image without a shell opens none.
      const session = await engine.openShell(container.id, end.signal);
      const program = sessionProgram(session, end);
      ui.openTerminal({ name: container.name, icon: 'terminal', program });
    }),
});

/** Connects a terminal to a program in a container. `end` is the signal the session was started with. */
export function sessionProgram(session: TerminalSession, end: AbortController): TerminalProgram {
  return {
    async run(screen) {
      screen.signal.addEventListener('abort', () => end.abort(), { once: true });
      void session.resize(screen.columns, screen.rows);
      for await (const chunk of session.output) screen.write(chunk);
      const code = screen.signal.aborted ? 0 : await session.exitCode();
      if (!code) return 'close';
      screen.write(`\r\n\u001b[2;3mEnded with exit code ${code}. Press any key to close.\u001b[0m\r\n`);
      return 'keep';
    },
    input: (text) => session.write(text),
    resize: (columns, rows) => void session.resize(columns, rows),
  };
}
