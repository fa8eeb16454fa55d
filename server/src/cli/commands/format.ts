import { formatted } from '../formatted.ts';
import { EXIT, type Exit } from '../io.ts';
import { languageFor } from '../linter.ts';
import { displayPath, uriOf } from '../paths.ts';
import { reasonOf } from '../reason.ts';
import { decode, NotText } from '../text.ts';
import { type Command, INPUT_OPTIONS } from './command.ts';
import { inputsOf } from './inputs.ts';

export const format: Command = {
  name: 'format',
  arguments: '[FILE or FOLDER ...]',
  summary: "Formats files and the files found in folders; standard input to standard output for '-'.",
  options: [
    { name: 'check', help: 'write nothing, name the files that are not formatted and end with 1 if there are any' },
    ...INPUT_OPTIONS,
  ],

  async run(io, args): Promise<Exit> {
    const check = args.flag('check');
    let failed = false;
    let changed = 0;
    const fail = (shown: string, error: unknown): void => {
      failed = true;
      const reason = error instanceof NotText ? error.message : `cannot be formatted: ${reasonOf(error)}`;
      io.error(`dockwright: ${shown} ${reason}\n`);
    };
    const formatText = async (path: string, text: string): Promise<string> => {
      const language = await languageFor(path);
      return language === undefined ? text : formatted(language, language.parse(uriOf(path), text));
    };

    const inputs = inputsOf(io, args);
    if (inputs.kind === 'stdin') {
      const shown = inputs.path === undefined ? '<stdin>' : displayPath(io.cwd, inputs.path);
      try {
        const { text } = decode(await io.stdin());
        const result = await formatText(inputs.path ?? `${io.cwd}/Dockerfile`, text);
        if (!check) io.out(result);
        else if (result !== text) io.out(`${shown}\n`);
        if (result !== text) changed++;
      } catch (error) {
        fail(shown, error);
      }
    } else {
      failed = inputs.failed;
      for (const path of inputs.paths) {
        const shown = displayPath(io.cwd, path);
        try {
          const { text, encode } = decode(io.files.read(path));
          const result = await formatText(path, text);
          if (result === text) continue;
          if (!check) {
            if (encode === undefined) throw new NotText('is not valid UTF-8, so it cannot be formatted');
            io.files.write(path, encode(result));
          }
          changed++;
          io.out(`${shown}\n`);
        } catch (error) {
          fail(shown, error);
        }
      }
    }
    if (failed) return EXIT.failure;
    return check && changed > 0 ? EXIT.findings : EXIT.ok;
  },
};
