type Answers = Record<string, (data: never) => unknown>;

/** Makes this process a companion: it answers what its parent asks, until the parent is gone. */
export function answering(answers: Answers): void {
  process.on('message', ({ question, data }: { question: string; data: never }) => {
    const answer = Promise.resolve().then(() => answers[question]!(data));
    answer.then(
      (value) => process.send!({ answer: value ?? null }),
      (error: Error) => process.send!({ error: error.message }),
    );
  });
  process.once('disconnect', () => process.exit(0));
}
