/**
 * "Look again": the wake-up from whoever appended to whoever reads. It carries nothing, so rings may be merged,
 * repeated or lost without harm to anything but latency (PROTOCOL D1–D3, held by `doorbellContract`).
 */
export abstract class Doorbell {
  /** Wakes every listener, in this process and in the others on the same log. Never throws. */
  abstract ring(): void;

  /**
   * Calls `wake` after every ring that follows this call, until the returned function is called.
   * Several rings may be answered by one call. A `wake` that throws does not keep the others from being woken.
   */
  abstract listen(wake: () => void): () => void;
}
