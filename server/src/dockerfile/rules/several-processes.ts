import type { Command } from '../../shell/command.ts';
import { shellScript } from '../model/execForm.ts';
import { dockerfileRule } from '../rule.ts';

export const severalProcesses = dockerfileRule({
  id: 'several-processes',
  summary: 'A container starts one process.',
  why: 'Nobody notices when one in the background dies, restarts it or collects its log; the container goes on as if all were well. Each process in a container of its own can be watched and scaled.',
  category: 'correctness',
  severity: 'info',
  recommended: false,
  fixable: false,
  examples: [
    { bad: 'FROM alpine\nCMD «worker» & server\n', good: 'FROM alpine\nCMD ["server"]\n' },
    {
      bad: 'FROM debian:13\nCMD ["sh", "-c", "«service nginx start» && server"]\n',
      good: 'FROM debian:13\nCMD ["server"]\n',
    },
  ],
  check({ model }, report) {
    for (const instruction of [...model.all('CMD'), ...model.all('ENTRYPOINT')]) {
      const script = shellScript(instruction);
      if (script === undefined || script.commands.length < 2) continue;
      for (const command of script.commands) {
        if (!command.isTopLevel) continue;
        const isService = startsService(command) || becomesDaemon(command);
        if (command.connector !== '&' && !isService) continue;
        report({
          at: isService ? command.span : command.nameSpan,
          message: 'This runs in the background, where nobody notices its end. Give it a container of its own.',
        });
      }
    }
  },
});

/** Programs that go to the background by themselves, unless they are told to stay. */
function becomesDaemon({ name, ownArguments, connector }: Command): boolean {
  if (connector !== '&&' && connector !== ';') return false;
  const stays = daemons.get(name.slice(name.lastIndexOf('/') + 1));
  return stays !== undefined && !ownArguments.some(({ text }) => stays.includes(text));
}

const daemons: ReadonlyMap<string, readonly string[]> = new Map([
  ['cron', ['-f']],
  ['crond', ['-f', '-n']],
  ['rsyslogd', ['-n']],
  ['sshd', ['-D', '-t', '-T']],
]);

function startsService({ name, ownArguments }: Command): boolean {
  const last = ownArguments.at(-1)?.text;
  return (name === 'service' || name.startsWith('/etc/init.d/')) && (last === 'start' || last === 'restart');
}
