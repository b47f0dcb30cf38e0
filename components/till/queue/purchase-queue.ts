import type { ActionResult, ProblemShown } from "@/lib/kernel/action-result";
import { isPassing, pause, type QueuedPurchase, refusalOf, waitingOf } from "./queued-purchase";

/** Where purchases wait: on the device, so that a reload or a dead battery loses none. */
export interface QueueStore {
  all(): Promise<QueuedPurchase[]>;
  put(purchase: QueuedPurchase): Promise<void>;
  remove(externalId: string): Promise<void>;
  /** Calls back when another tab has changed something. */
  watch(onChange: () => void): () => void;
}

interface Parts<Recorded> {
  store: QueueStore;
  /** Rejects when no answer came. */
  send(purchase: QueuedPurchase): Promise<ActionResult<Recorded>>;
  /** False when it is certain that nothing would arrive. */
  isOnline(): boolean;
  /** Runs `work` unless it is being done already, here or in another tab; answers whether it was run. */
  alone(work: () => Promise<void>): Promise<boolean>;
  later(act: () => void, ms: number): () => void;
  /** A purchase was recorded, or refused, after the till had gone on to the next customer. */
  onLate(purchase: QueuedPurchase, answer: ActionResult<Recorded>): void;
}

export type Taken<Recorded> =
  | { kind: "recorded"; recorded: Recorded }
  | { kind: "refused"; problem: ProblemShown }
  /** It waits on this device. */
  | { kind: "kept" };

/** How long a customer waits for an answer before the till goes on. */
const patience = 4_000;

/**
 * Takes purchases and sees that each arrives. One is written down before it is sent, and forgotten when the server has
 * answered; what gets no answer is sent again, one after the other, until it does.
 */
export class PurchaseQueue<Recorded> {
  private purchases: readonly QueuedPurchase[] = [];
  private readonly underWay = new Map<string, Promise<ActionResult<Recorded> | null>>();
  /** Those whose answer somebody waits for. */
  private readonly awaited = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private failures = 0;
  private cancel: () => void = () => {};

  constructor(private readonly parts: Parts<Recorded>) {}

  readonly list = (): readonly QueuedPurchase[] => this.purchases;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads what is kept and begins to send it. */
  start(): () => void {
    const unwatch = this.parts.store.watch(() => void this.read());
    void this.read().then(() => this.sendAll());
    return () => {
      unwatch();
      this.cancel();
    };
  }

  async take(purchase: QueuedPurchase): Promise<Taken<Recorded>> {
    this.awaited.add(purchase.externalId);
    try {
      await this.keep(purchase);
      const answer = await this.within(patience, this.sendOne(purchase));
      if (!answer) return { kind: "kept" };
      if (answer.ok) return { kind: "recorded", recorded: answer.data };
      // Who has to sign in again has the basket still before them: nothing is kept of it.
      if (isPassing(answer.problem) && answer.problem.code !== "unauthenticated") return { kind: "kept" };
      await this.forget(purchase.externalId);
      return { kind: "refused", problem: answer.problem };
    } finally {
      this.awaited.delete(purchase.externalId);
    }
  }

  /** Sends all that wait, one after the other; stops at the first that gets no answer and comes back later. */
  readonly sendAll = async (): Promise<void> => {
    this.cancel();
    const wasRun = await this.parts.alone(async () => {
      await this.read();
      for (const purchase of waitingOf(this.purchases)) {
        if (this.awaited.has(purchase.externalId) || !this.waits(purchase)) continue;
        const answer = await this.sendOne(purchase);
        if (!answer || (!answer.ok && isPassing(answer.problem))) break;
      }
    });
    // Whoever is at it may be about to give up, or be a page that is just being closed.
    if (!wasRun) this.comeBack(1);
  };

  /** Not so when the till has had its answer, or somebody dropped it, while others were on their way. */
  private waits({ externalId }: QueuedPurchase): boolean {
    return waitingOf(this.purchases).some((one) => one.externalId === externalId);
  }

  /** Lets one that was refused be sent again. */
  async retry(purchase: QueuedPurchase): Promise<void> {
    await this.keep({ ...purchase, refusal: undefined });
    await this.sendAll();
  }

  /** Takes one out that was refused, or has never left the device. */
  readonly forget = async (externalId: string): Promise<void> => {
    await this.parts.store.remove(externalId);
    await this.read();
  };

  /** Null when no answer came. Two who ask at once get the same answer. */
  private sendOne(purchase: QueuedPurchase): Promise<ActionResult<Recorded> | null> {
    const already = this.underWay.get(purchase.externalId);
    if (already) return already;
    const sending = this.attempt(purchase).finally(() => this.underWay.delete(purchase.externalId));
    this.underWay.set(purchase.externalId, sending);
    return sending;
  }

  private async attempt(purchase: QueuedPurchase): Promise<ActionResult<Recorded> | null> {
    if (!this.parts.isOnline()) {
      this.failed();
      return null;
    }
    if (!purchase.mayBeSent) await this.keep({ ...purchase, mayBeSent: true });
    let answer: ActionResult<Recorded>;
    try {
      answer = await this.parts.send(purchase);
    } catch {
      this.failed();
      return null;
    }
    const isLate = !this.awaited.has(purchase.externalId);
    if (!answer.ok && isPassing(answer.problem)) this.failed();
    else {
      this.failures = 0;
      if (answer.ok) await this.forget(purchase.externalId);
      else if (isLate) await this.keep({ ...purchase, mayBeSent: false, refusal: refusalOf(answer.problem) });
    }
    if (isLate) this.parts.onLate(purchase, answer);
    return answer;
  }

  private failed(): void {
    this.failures += 1;
    this.comeBack(this.failures);
  }

  private comeBack(failures: number): void {
    this.cancel();
    this.cancel = this.parts.later(() => void this.sendAll(), pause(failures));
  }

  private async keep(purchase: QueuedPurchase): Promise<void> {
    await this.parts.store.put(purchase);
    await this.read();
  }

  private async read(): Promise<void> {
    const all = await this.parts.store.all();
    this.purchases = all.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
    for (const listener of this.listeners) listener();
  }

  private within<Answer>(ms: number, answer: Promise<Answer | null>): Promise<Answer | null> {
    return new Promise((resolve, reject) => {
      const stop = this.parts.later(() => resolve(null), ms);
      answer.then(resolve, reject).finally(stop);
    });
  }
}
