/**
 * Asks one at a time until there is an answer: the first brings the key by which this browser is known as the pictures' owner, and whoever
 * asks beside it would be given another.
 */
export function firstAlone<Question extends unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
): (...question: Question) => Promise<Answer> {
  let isKnown = false;
  let before: Promise<unknown> = Promise.resolve();

  return (...question) => {
    if (isKnown) return ask(...question);

    const answer = before.then(() => ask(...question));
    before = answer.then(
      () => (isKnown = true),
      () => undefined,
    );
    return answer;
  };
}
