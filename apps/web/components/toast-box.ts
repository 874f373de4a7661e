type Stage = typeof import('sonner').toast;
type Saying = (stage: Stage) => void;

/** Between those who say something for a moment and the stack that shows it, which is fetched for the first of them. */
class ToastBox {
  private stage: Stage | undefined;
  private waiting: Saying[] = [];
  private listener: () => void = () => {};

  readonly wanted = (): boolean => this.stage !== undefined || this.waiting.length > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listener = listener;
    return () => (this.listener = () => {});
  };

  say(saying: Saying): void {
    if (this.stage) return saying(this.stage);
    this.waiting.push(saying);
    this.listener();
  }

  /** The stack is on the page. */
  begin(stage: Stage): void {
    this.stage = stage;
    for (const saying of this.waiting.splice(0)) saying(stage);
  }
}

export const toastBox = new ToastBox();
