import { quote } from '../../text/quote.ts';
import type { Entrypoint } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const unreachableCmd = dockerfileRule({
  id: 'unreachable-cmd',
  summary: 'No ENTRYPOINT makes a CMD pointless.',
  why: 'An ENTRYPOINT in shell form is run without any arguments, so CMD never takes effect; and an ENTRYPOINT resets the CMD that a stage inherits.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM alpine\nENTRYPOINT exec app\n«CMD» ["--verbose"]\n',
      good: 'FROM alpine\nENTRYPOINT ["app"]\nCMD ["--verbose"]\n',
    },
    {
      bad: 'FROM alpine AS base\nCMD ["--verbose"]\nFROM base\n«ENTRYPOINT» ["app"]\n',
      good: 'FROM alpine AS base\nCMD ["--verbose"]\nFROM base\nENTRYPOINT ["app"]\nCMD ["--verbose"]\n',
    },
  ],
  check({ model }, report) {
    if (model.all('ENTRYPOINT').length === 0) return;
    const cmds = new Map(model.all('CMD').map((cmd) => [cmd.stage, cmd]));
    const entrypoints = new Map(model.all('ENTRYPOINT').map((entrypoint) => [entrypoint.stage, entrypoint]));
    for (const stage of model.stages) {
      const { parent } = stage;
      const cmd = cmds.get(stage);
      const own = entrypoints.get(stage);
      const entrypoint = own ?? (parent && entrypoints.get(parent));
      const inherited = parent && cmds.get(parent);
      if (cmd !== undefined && entrypoint !== undefined && takesNoArguments(entrypoint)) {
        report({
          at: cmd.keywordSpan,
          message:
            'The ENTRYPOINT is in shell form and takes no arguments, so this CMD is never used. Write ENTRYPOINT as a JSON array.',
          related: [{ at: entrypoint.keywordSpan, message: 'The ENTRYPOINT.' }],
        });
      }
      if (cmd === undefined && own !== undefined && inherited !== undefined) {
        report({
          at: own.keywordSpan,
          message: `This ENTRYPOINT resets the CMD of the stage ${quote(inherited.stage?.label ?? '')}. Repeat the CMD here if it is meant to hold.`,
          related: [{ at: inherited.keywordSpan, message: 'The CMD that is reset.' }],
        });
      }
      // Stages built on this one find here what it has from its own.
      if (entrypoint !== undefined) entrypoints.set(stage, entrypoint);
      if (cmd === undefined && own === undefined && inherited !== undefined) cmds.set(stage, inherited);
    }
  },
});

/** In shell form CMD becomes the positional parameters of the script, which hardly any script looks at. */
function takesNoArguments({ exec, command }: Entrypoint): boolean {
  return exec === undefined && command.text !== '' && !/\$[@*#\d{]/.test(command.text);
}
