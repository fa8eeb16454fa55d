import type { Dockerfile } from './dockerfile.ts';
import type { Run, Shell } from './instructions.ts';

/** True when the shell of a RUN notices failures before a pipe in hadolint's eyes: SHELL counts up to the next FROM. */
export function noticesFailures(run: Run, model: Dockerfile): boolean {
  return model.once(noticingRuns).has(run);
}

function noticingRuns({ instructions }: Dockerfile): ReadonlySet<Run> {
  const runs = new Set<Run>();
  let notices = false;
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') notices = false;
    else if (instruction.keyword === 'SHELL') notices = noticesAsHadolint(instruction);
    else if (instruction.keyword === 'RUN' && notices) runs.add(instruction);
  }
  return runs;
}

function noticesAsHadolint(shell: Shell): boolean {
  const words = shell.command ?? shell.node.arguments.text.split(/\s+/);
  if (/^(?:pwsh|powershell|cmd)/.test(words.join(' '))) return true;
  const program = (words[0] ?? '').replace(/^.*[/\\]/, '');
  if (!['bash', 'zsh', 'ash'].includes(program) || !words.includes('pipefail')) return false;
  return words.some((word) => /^-[^-]*o/.test(word));
}
