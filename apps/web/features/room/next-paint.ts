/**
 * Gathers what is to be painted: runs once before the next frame. A page that is not looked at is not painted, so
 * there it runs as soon as what has arrived already is dealt with; a timer would be throttled.
 */
export class NextPaint {
  private cancel: (() => void) | null = null;
  private hidden = false;

  constructor(private readonly run: () => void) {}

  ask(): void {
    if (this.cancel && this.hidden === document.hidden) return;
    this.stop();
    this.hidden = document.hidden;
    this.cancel = this.hidden ? afterThisTask(() => this.paint()) : beforeNextFrame(() => this.paint());
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private paint(): void {
    this.cancel = null;
    this.run();
  }
}

function beforeNextFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
}

function afterThisTask(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  const close = () => port1.close();
  port1.onmessage = () => {
    close();
    run();
  };
  port2.postMessage(null);
  return close;
}
