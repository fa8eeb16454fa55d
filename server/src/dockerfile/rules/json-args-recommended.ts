import type { Fix } from '../../lint/rule.ts';
import { execWords, jsonArray, misspeltArray } from '../model/execForm.ts';
import type { Cmd, Entrypoint, Healthcheck } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const jsonArgsRecommended = dockerfileRule({
  id: 'json-args-recommended',
  summary: 'CMD and ENTRYPOINT are JSON arrays.',
  why: "A plain text is run by '/bin/sh -c', and that shell, not the program, gets the signals of 'docker stop'.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/JSONArgsRecommended', 'hadolint/DL3025'],
  examples: [
    { bad: 'FROM alpine\nCMD «nginx -g "daemon off;"»\n', good: 'FROM alpine\nCMD ["nginx", "-g", "daemon off;"]\n' },
    {
      bad: 'FROM alpine\nENTRYPOINT «exec app $FLAGS»\n',
      good: 'FROM alpine\nENTRYPOINT ["/bin/sh", "-c", "exec app $FLAGS"]\n',
    },
    {
      bad: 'FROM alpine\n«CMD» npm start\n«HEALTHCHECK» CMD curl -f localhost\n',
      options: { exact: true },
    },
  ],
  check({ model }, report, { exact }) {
    const check = (instruction: Cmd | Entrypoint) => {
      if (instruction.exec !== undefined || (!exact && instruction.shell.setBy !== undefined)) return;
      const { command, keywordSpan, keyword, flags } = instruction;
      // What was taken for a flag is the command, and an error of the language says so.
      if (!exact && command.text === '' && flags.length > 0) return;
      report({
        at: exact || command.text === '' ? keywordSpan : command.span(0, command.text.length),
        message:
          command.text === ''
            ? `${keyword} is empty. Give it a command as a JSON array.`
            : misspeltArray(command.text) !== undefined
              ? `This is no valid JSON, so a shell runs it as text. Use double quotes, and commas between the words alone.`
              : /^exec\s/.test(command.text)
                ? `${keyword} is run by a shell first, which not every image has. Write it as a JSON array.`
                : `${keyword} is run by a shell, which does not pass signals on. Write it as a JSON array.`,
        fixes: () => fixes(instruction),
      });
    };
    for (const cmd of model.all('CMD')) check(cmd);
    for (const entrypoint of model.all('ENTRYPOINT')) check(entrypoint);
    if (exact) for (const healthcheck of model.all('HEALTHCHECK')) checkHealthcheck(healthcheck, report);
  },
});

function checkHealthcheck(
  { kind, exec, keywordSpan }: Healthcheck,
  report: Parameters<typeof jsonArgsRecommended.check>[1],
): void {
  if (kind?.text.toUpperCase() !== 'CMD' || exec !== undefined) return;
  report({ at: keywordSpan, message: 'The command of HEALTHCHECK is no JSON array. Write it as one.' });
}

function fixes(instruction: Cmd | Entrypoint): readonly Fix[] {
  const { command, node, script, stage, keyword } = instruction;
  if (command.text === '' || node.innerComments.length > 0 || stage?.isWindows === true) return [];
  const at = command.span(0, command.text.length);
  const meant = misspeltArray(command.text);
  if (meant !== undefined)
    return [{ title: 'Write as a JSON array', safe: false, edits: [{ at, newText: jsonArray(meant) }] }];
  const words = execWords(script);
  if (words !== undefined) {
    return [
      {
        title: 'Write as a JSON array',
        safe: !isPartOfCommand(instruction),
        edits: [{ at, newText: jsonArray(words) }],
      },
    ];
  }
  if (keyword === 'CMD' && stage?.effective('ENTRYPOINT') !== undefined) return [];
  const newText = jsonArray(['/bin/sh', '-c', command.text]);
  return [{ title: 'Run the shell from a JSON array', safe: false, edits: [{ at, newText }] }];
}

/** The other of the two instructions is there too, so that the form decides how they go together. */
function isPartOfCommand({ keyword, stage }: Cmd | Entrypoint): boolean {
  return stage?.effective(keyword === 'CMD' ? 'ENTRYPOINT' : 'CMD') !== undefined;
}
