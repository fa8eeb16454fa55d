import type { Command } from './command.ts';
import { aptGet, removes } from './packageManagers.ts';
import type { Script } from './script.ts';

/** Programs that keep package lists in /var/lib/apt/lists. */
export const aptPrograms = ['apt', 'apt-get', 'aptitude'] as const;

function cleansAsHadolint(script: Script): boolean {
  return script.named('rm').some((command) => command.hasAnyArgument('-rf', '/var/lib/apt/lists/*'));
}

const lists = /^\/var\/lib\/(?:apt(?:\/\*?|\/lists(?:\/.*)?)?$|\{.*\bapt\b|\*|$)/;

/** True when the script removes the lists behind the update that fetches them. In exact mode any `rm -rf` will do. */
export function removesAptLists(script: Script, update: Command, exact: boolean): boolean {
  if (exact) return cleansAsHadolint(script);
  const { commands } = script;
  for (let index = commands.length - 1; index >= 0; index--) {
    const command = commands[index];
    if (command === undefined || command.shape === update.shape) return false;
    const { name } = command;
    if ((name === 'rm' || name === 'find') && removes(command, lists)) return true;
    if (name.startsWith('apt') && ['distclean', 'dist-clean'].includes(command.subcommand(aptGet)?.text ?? ''))
      return true;
  }
  return false;
}

/** What apt does without its lists. */
const withoutLists = ['autoclean', 'autoremove', 'clean', 'dist-clean', 'distclean', 'purge', 'remove', 'update'];

export function installsWithApt(script: Script): boolean {
  return script.named(...aptPrograms).some((command) => {
    const verb = command.subcommand(aptGet)?.text;
    return verb !== undefined && !withoutLists.includes(verb);
  });
}

export function updatesAptLists(script: Script): boolean {
  return script.named(...aptPrograms).some((command) => command.subcommand(aptGet)?.text === 'update');
}
