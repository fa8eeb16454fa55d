import type { Comment } from '../syntax/tree.ts';
import type { Dockerfile } from './dockerfile.ts';

/** A piece of the file and where it begins. */
export interface PlacedText {
  readonly text: string;
  readonly start: number;
}

/** The comments, those inside instructions among them, that have an equals sign: all that can be a directive or name rules. */
export function commentsWithEquals(model: Dockerfile): readonly Comment[] {
  model.lookAt('comments');
  return model.once(findWithEquals);
}

function findWithEquals(model: Dockerfile): readonly Comment[] {
  const found: Comment[] = [];
  for (const item of model.lookAt('comments').items) {
    if (item.kind === 'comment') {
      if (item.text.includes('=')) found.push(item);
    } else if (item.kind === 'instruction') {
      for (const comment of item.innerComments) if (comment.text.includes('=')) found.push(comment);
    }
  }
  return found;
}

const CHECK = /^check\s*=\s*/i;

/** The value of a `# check=` comment, `undefined` for any other comment. */
export function checkValue({ text, span }: Comment): PlacedText | undefined {
  const head = CHECK.exec(text)?.[0];
  if (head === undefined) return undefined;
  return { text: text.slice(head.length), start: span.end - text.length + head.length };
}

/** Values of the `check` directive and of the `# check=` comments that a build honours: the first before an instruction. */
export function* checkComments(model: Dockerfile): Iterable<PlacedText> {
  const { directives, instructions } = model.lookAt('comments');
  const directive = directives.find((item) => item.name === 'check' && item.readBy !== 'lines');
  if (directive !== undefined) yield { text: directive.value, start: directive.valueSpan.start };
  for (const { comments } of instructions) {
    for (const comment of comments) {
      const value = comment.indented ? undefined : checkValue(comment);
      if (value === undefined) continue;
      yield value;
      break;
    }
  }
}
