import { ChatError } from '@fourways/chat-core';

interface Ports {
  /** Whose state this is; undefined before there is any. */
  me(): string | undefined;
  /** Asks the server whose the session is. */
  whose(call: { readonly signal?: AbortSignal }): Promise<string>;
  /** Gives up what died in sleep, by requests that `look`. Never rejects. */
  shed(): Promise<unknown>;
  recognised(): void;
  /** The session is another person's. */
  mistaken(): void;
}

/**
 * Whether the session is still that of the person whose state this is (PROTOCOL P3). The tabs of a browser have one cookie:
 * while a page slept, somebody else may have signed in. Until it is known who it is, nothing may be sent.
 */
export class Recognition {
  private doubting = false;
  /** What was asked before a doubt does not answer it. */
  private round = 0;
  private asking: Promise<void> | null = null;

  constructor(private readonly ports: Ports) {}

  get sure(): boolean {
    return !this.doubting;
  }

  doubt(): void {
    this.round++;
    this.doubting = this.ports.me() !== undefined;
  }

  /** Who has just signed in is known. */
  trust(): void {
    this.doubting = false;
  }

  /** Resolves when it is known that she is the same; rejects when she is not, or the server does not say. */
  ask(): Promise<void> {
    this.asking ??= this.confirm().finally(() => (this.asking = null));
    return this.asking;
  }

  /** Asks once. */
  async look(signal?: AbortSignal): Promise<void> {
    const { round } = this;
    const id = await this.ports.whose({ ...(signal && { signal }) });
    if (round !== this.round || !this.doubting) return;
    if (id !== this.ports.me()) {
      this.ports.mistaken();
      throw new ChatError('no_session');
    }
    this.doubting = false;
    this.ports.recognised();
  }

  private async confirm(): Promise<void> {
    if (this.doubting) await this.ports.shed();
    while (this.doubting) await this.look();
  }
}
