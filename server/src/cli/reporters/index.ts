import { codacy, codeclimate, gitlab, json, sonarqube } from './json.ts';
import { compact, github, gnu } from './lines.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { checkstyle, junit } from './xml.ts';

/** Report formats by name. */
export const reporters: Readonly<Record<string, Reporter>> = {
  pretty,
  compact,
  json,
  sarif,
  checkstyle,
  codeclimate,
  gitlab,
  github,
  gnu,
  junit,
  sonarqube,
  codacy,
};

/** Names that hadolint has for formats. */
export const FORMAT_ALIASES: Readonly<Record<string, string>> = { tty: 'pretty', gitlab_codeclimate: 'gitlab' };
