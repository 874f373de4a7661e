import type { LogRecord } from '@fourways/chat-core';
import type { LedgerCommand } from './decision.js';
import type { WorkingSet } from './working-set.js';

/** What a committed command comes to. */
export interface Outcome {
  readonly epoch: string;
  readonly head: number;
  /** The events that the command appended. */
  readonly records: readonly LogRecord[];
  /** The event of the first time, when the command was a repeat. */
  readonly earlier: LogRecord | undefined;
}

/** Where batches are committed. */
export interface LedgerStore {
  /**
   * In one transaction: takes the write lock, reads what the commands need, lets `decide` change the working set and
   * writes what it changed. Resolves when that is on disk.
   */
  transact(commands: readonly LedgerCommand[], decide: (state: WorkingSet) => void): Promise<void>;
}

interface Waiting {
  readonly command: LedgerCommand;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

const BATCH_LIMIT = 200;

/**
 * The only writer. Commands that arrive while a commit is running share the next transaction (group commit), so one
 * sync to disk serves many; a command that is refused harms none of its neighbours (PROTOCOL W1, W2).
 */
export class Ledger {
  private queue: Waiting[] = [];
  private running: Promise<void> | undefined;

  private readonly listeners: ((records: readonly LogRecord[]) => void)[] = [];

  constructor(private readonly store: LedgerStore) {}

  /** Calls back after each commit that appended, before its commands are answered. */
  onCommitted(listener: (records: readonly LogRecord[]) => void): void {
    this.listeners.push(listener);
  }

  /** Resolves when the command's events are on disk; rejects with what its decision threw. */
  commit(command: LedgerCommand): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.queue.push({ command, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when every command that was given before this call has been answered. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      await turn();
      const batch = this.queue.splice(0, BATCH_LIMIT);
      await this.commitBatch(batch);
    }
    this.running = undefined;
  }

  private async commitBatch(batch: readonly Waiting[]): Promise<void> {
    let answers: (() => void)[] = [];
    let records: readonly LogRecord[] = [];
    try {
      await this.store.transact(
        batch.map(({ command }) => command),
        (state) => {
          answers = batch.map((waiting) => decide(waiting, state));
          records = state.records;
        },
      );
    } catch (error) {
      return this.commitSingly(batch, error);
    }
    if (records.length > 0) for (const listener of this.listeners) listener(records);
    for (const answer of answers) answer();
  }

  /** The database refused the batch: whoever is not the cause shall not suffer from it. */
  private async commitSingly(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]!.reject(error);
    for (const waiting of batch) await this.commitBatch([waiting]);
  }
}

/**
 * A turn of the event loop: what other sockets have brought joins the batch. Over SQLite a commit runs to its end
 * within one turn, so without this every command would get a transaction of its own.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Decides one command; its answer is given only after the commit. */
function decide({ command, resolve, reject }: Waiting, state: WorkingSet): () => void {
  try {
    const { events, earlier, session } = command.decide(state);
    if (session) state.addSession(session);
    const records = state.append(events);
    const outcome = { epoch: state.epoch, head: state.head, records, earlier };
    return () => resolve(outcome);
  } catch (error) {
    return () => reject(error);
  }
}
