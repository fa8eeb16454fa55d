import { Command } from '../../shell/command.ts';
import { quote } from '../../text/quote.ts';
import type { Execution } from '../model/executions.ts';
import { dockerfileRule } from '../rule.ts';

const interpreters = new Set([
  'sh',
  'bash',
  'dash',
  'ash',
  'zsh',
  'ksh',
  'python',
  'python3',
  'perl',
  'ruby',
  'node',
  'php',
]);
const wrappers = new Set(['sudo', 'env', 'nice', 'time']);

export const pipeToShell = dockerfileRule({
  id: 'pipe-to-shell',
  summary: 'No script is run as it comes from the network.',
  why: 'Whoever controls the server, or the line to it, runs what they like in the build; and a download that breaks off runs half a script.',
  category: 'security',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM alpine\nRUN curl -fsSL https://example.com/install.sh | «sh»\n',
      good: 'FROM alpine\nADD --checksum=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef https://example.com/install.sh /tmp/\nRUN sh /tmp/install.sh\n',
    },
    { bad: 'FROM debian:13\nRUN wget -qO- https://example.com/setup | sudo -E «bash» -s -- -y\n' },
    { bad: 'FROM debian:13\nRUN «bash» -c "$(curl -fsSL https://example.com/install.sh)"\n' },
    { bad: 'FROM debian:13\nRUN «python3» -c "$(curl -fsSL https://example.com/install.py)"\n' },
  ],
  check({ model }, report) {
    const { executions } = model;
    for (const execution of [...executions.of('curl'), ...executions.of('wget')]) {
      const interpreter = readsFrom(execution);
      if (interpreter === undefined) continue;
      report({
        at: interpreter.span,
        message: `${quote(interpreter.text)} runs whatever the server sends. Download the script, check it against a checksum, and run it then.`,
      });
    }
    for (const program of [...interpreters, 'eval', 'source', '.']) {
      for (const { command } of executions.of(program)) {
        if (!command.ownArguments.some(({ raw }) => /^["']?(?:\$\(|<\(|`)\s*(?:curl|wget)\s/.test(raw))) continue;
        report({
          at: command.nameSpan,
          message: `${quote(command.name)} runs whatever the server sends. Download the script, check it against a checksum, and run it then.`,
        });
      }
    }
  },
});

/** The interpreter that what a command downloads is piped into. */
function readsFrom({ run, command }: Execution): { readonly text: string; readonly span: Command['span'] } | undefined {
  const { item } = command.shape;
  if (!command.isPiped || item === undefined) return undefined;
  const behind = item.commands.slice(item.commands.indexOf(command.shape) + 1);
  for (const shape of behind) {
    const next = new Command(shape, run.script);
    const words = next.ownArguments;
    const index = wrappers.has(next.name) ? words.findIndex(({ text }) => interpreters.has(text)) : -1;
    const word = words[index];
    if (word !== undefined) return takesInput(words.slice(index + 1)) ? word : undefined;
    if (interpreters.has(next.name)) return takesInput(words) ? { text: next.name, span: next.nameSpan } : undefined;
  }
  return undefined;
}

/** No script is named, so the interpreter runs its input. */
function takesInput(words: readonly { readonly text: string }[]): boolean {
  for (const { text } of words) {
    if (text === '-' || text === '-s' || text === '--' || /^-[a-z]*s$/.test(text)) return true;
    if (text === '-c' || text === '-e' || text === '-m') return false;
    if (!text.startsWith('-')) return text === '/dev/stdin';
  }
  return true;
}
