import type { Host } from '../host.ts';
import type { Language, Surroundings } from '../language.ts';
import type { CheckDirective, SuppressionComment } from '../lint/linted.ts';
import { scriptComments } from '../shell/comments.ts';
import { type Span, touches } from '../text/span.ts';
import { errorFacts, errors, instructionErrors } from './errors/index.ts';
import { features } from './features/index.ts';
import { parseCheck } from './model/checkDirective.ts';
import { type DockerfileFile, dockerfileFile } from './model/file.ts';
import type { Instruction, Run } from './model/instructions.ts';
import type { Stage } from './model/stage.ts';
import type { DockerfileSurroundings } from './model/surroundings.ts';
import { rules } from './rules/index.ts';
import { surroundings } from './surroundings.ts';
import type { Comment } from './syntax/tree.ts';

export const dockerfile: Language<DockerfileFile> = {
  id: 'dockerfile',
  parse: (uri, text, known, previous) =>
    dockerfileFile(uri, text, known as DockerfileSurroundings | undefined, previous),
  surroundings: async (file: DockerfileFile, host: Host): Promise<Surroundings> => ({
    ...(await surroundings(file, host)),
  }),
  rules,
  errorFacts,
  errors,
  statementErrors: (statement, file) => instructionErrors(statement as Instruction, file),
  comments,
  checkDirectives,
  statements: ({ model }) => model.instructions,
  statementKind: (statement) => (statement as Instruction).keyword,
  history: ({ model }) => model.history,
  statementAt: ({ tree }, offset) => tree.instructions.find(({ span }) => touches(span, offset))?.span,
  features,
};

function comments(file: DockerfileFile): readonly SuppressionComment[] {
  const found: SuppressionComment[] = [];
  const { stages } = file.model;
  const { items, instructions } = file.model.lookAt('comments');
  let waiting: Comment[] = [];
  let stage = -1;
  const add = (comment: Comment, next: Span | undefined) => {
    found.push(new CommentOfFile(comment, next, stages[stage]));
  };
  const flush = (next: Span | undefined) => {
    for (const comment of waiting) add(comment, next);
    waiting = [];
  };
  for (const item of items) {
    if (item.kind === 'comment') waiting.push(item);
    if (item.kind !== 'instruction') continue;
    // Comments above a FROM announce the stage that it begins.
    if (item === stages[stage + 1]?.from.node) stage++;
    flush(item.span);
    for (const comment of item.innerComments) add(comment, item.span);
  }
  flush(undefined);
  for (const { keyword, heredocs, typed } of instructions) {
    if (keyword === 'RUN' && heredocs.length > 0) found.push(...heredocComments(typed as Run));
  }
  return found;
}

/** Asks how far the stage goes only when somebody wants to know. */
class CommentOfFile implements SuppressionComment {
  readonly at: Span;
  readonly text: string;
  readonly next: Span | undefined;
  readonly trailing = false;
  private readonly within: Stage | undefined;

  constructor({ span, text }: Comment, next: Span | undefined, within: Stage | undefined) {
    this.at = span;
    this.text = text;
    this.next = next;
    this.within = within;
  }

  get stage(): Span | undefined {
    return this.within?.span;
  }
}

/** Comments of the script in a heredoc; they speak of the command that follows, as ShellCheck's do. */
function heredocComments({ script }: Run): SuppressionComment[] {
  return scriptComments(script).map(({ at, text, next, isTrailing }) => ({ at, text, next, trailing: isTrailing }));
}

function checkDirectives({ model }: DockerfileFile): readonly CheckDirective[] {
  const found: CheckDirective[] = [];
  const { directives, instructions } = model.lookAt('comments');
  const directive = directives.find((item) => item.name === 'check' && item.readBy !== 'lines');
  if (directive !== undefined) {
    const check = parseCheck(directive.value);
    if (check.kind === 'options') found.push({ scope: 'file', ...check.options });
  }
  for (const instruction of instructions) {
    const comment = instruction.comments.find((entry) => !entry.indented && CHECK.test(entry.text));
    if (comment === undefined) continue;
    const check = parseCheck(comment.text.replace(CHECK, ''));
    if (check.kind === 'options') found.push({ scope: instruction.span, ...check.options, error: false });
  }
  return found;
}

const CHECK = /^check\s*=\s*/i;
