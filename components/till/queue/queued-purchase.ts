import type { ProblemShown } from "@/lib/kernel/action-result";
import type { ProblemCode } from "@/lib/kernel/problems";
import { type BasketLine, linesOf } from "../basket";

/** Who bought: a member who was found, or a card that could not be looked up. */
export type Who = { id: string } | { card: string };

/** A purchase that the till has taken and the server has not acknowledged. */
export interface QueuedPurchase {
  /** Made at the till; whatever the network does, the server records it once. */
  externalId: string;
  slug: string;
  who: Who;
  /** How the member is spoken of. */
  name: string;
  occurredAt: string;
  lines: BasketLine[];
  /** Whether a try may have reached the server: then only the server knows whether it is recorded. */
  mayBeSent: boolean;
  /** Why the server refused it; it then waits for a person. */
  refusal?: Pick<ProblemShown, "code" | "message"> & { details: string[] };
}

/** What `recordPurchase` is sent. */
export const requestOf = ({ externalId, who, occurredAt, lines }: QueuedPurchase) => ({
  externalId,
  member: who,
  occurredAt,
  lines: linesOf({ lines }),
});

/** Refusals of the moment: the same purchase may be accepted later. */
const passing: readonly ProblemCode[] = ["unauthenticated", "rate_limited", "unavailable"];

export const isPassing = ({ code }: Pick<ProblemShown, "code">): boolean => passing.includes(code);

export const refusalOf = ({ code, message, fields }: ProblemShown): QueuedPurchase["refusal"] => ({
  code,
  message,
  // What is wrong with the member is the same sentence again.
  details: [...new Set(Object.values(fields))].filter((text) => text !== message),
});

export const amountOf = ({ lines }: Pick<QueuedPurchase, "lines">): number =>
  lines.reduce((sum, { each, quantity }) => sum + each * quantity, 0);

export const waitingOf = (queue: readonly QueuedPurchase[]): QueuedPurchase[] =>
  queue.filter(({ refusal }) => !refusal);

export const refusedOf = (queue: readonly QueuedPurchase[]): QueuedPurchase[] =>
  queue.filter(({ refusal }) => refusal);

/** Milliseconds until the next try: 2 s after the first failure, twice as long after each other one, a minute at most. */
export const pause = (failures: number): number => Math.min(60_000, 2_000 * 2 ** Math.max(0, failures - 1));
