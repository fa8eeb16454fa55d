/**
 * What functions make of an object, each worked out once. To be kept by the object itself: the collector of young objects
 * takes what a WeakMap of a module holds for alive, and with it whole files.
 */
export class Answers<Subject> {
  private readonly known = new Map<(subject: Subject) => unknown, unknown>();

  of<Answer>(subject: Subject, ask: (subject: Subject) => Answer): Answer {
    // The key says of which type the answer is.
    if (this.known.has(ask)) return this.known.get(ask) as Answer;
    const answer = ask(subject);
    this.known.set(ask, answer);
    return answer;
  }
}
