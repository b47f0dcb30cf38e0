import type { Database, Tx } from "@/db/client";
import { Gather } from "@/lib/kernel/gather";
import { lookAgain } from "@/lib/kernel/look-again";
import { type RawStanding, readStanding, type StandingFacts } from "@/lib/tiers/standing-facts";
import { company } from "./company";
import type { Lot, PointsState } from "./domain/types";
import { expiryGiven } from "./domain/validity";

/** One member to lock, and what a purchase by them at `at` would have to know. */
export interface FactsRequest {
  by: "id" | "externalId" | "card" | "email" | "phone";
  value: string;
  at: Date;
  /** External id of the purchase, to see whether it was recorded already. */
  external?: string;
  /** Read the lots even when nothing is due. */
  lots?: boolean;
}

export interface MemberFacts extends PointsState {
  id: string;
  purchaseCount: number;
  /** Minor units. */
  spend: number;
  firstPurchaseAt: Date | null;
  /** Null where no member climbs tiers. */
  standing: StandingFacts | null;
}

export interface RequestFacts {
  member: MemberFacts | null;
  /** Version in force at `at`. */
  version: number | null;
  /** The member's tier at `at`. */
  tier: string | null;
  existing: { id: string; requestHash: string } | null;
  /** By `${rule or *}:${period key}`. */
  capUsed: Record<string, number>;
}

export interface MerchantFacts {
  timezone: string;
  currency: string;
  locale: string;
  country: string;
  /** The version whose tiers are climbed; null where none are. */
  qualifyingVersion: number | null;
}

export interface Facts {
  merchant: MerchantFacts;
  requests: RequestFacts[];
  budgetUsed: Record<string, number>;
}

interface RawLot extends Omit<Lot, "earnedAt" | "availableAt" | "expiresAt"> {
  earnedAt: string;
  availableAt: string;
  expiresAt: string | null;
}
interface RawMember
  extends Omit<MemberFacts, "lots" | "nextDueAt" | "firstPurchaseAt" | "activeAt" | "standing"> {
  nextDueAt: string | null;
  firstPurchaseAt: string | null;
  activeAt: string | null;
  lots: RawLot[] | null;
  standing: RawStanding | null;
}
interface RawFacts {
  merchant: MerchantFacts;
  requests: {
    member: string | null;
    version: number | null;
    tier: string | null;
    existing: RequestFacts["existing"];
    caps: [string, string, number][] | null;
  }[];
  members: RawMember[] | null;
  budgets: [string, number][] | null;
}

interface Look {
  now: Date;
  request: FactsRequest;
}

const looks = new WeakMap<Database, Gather<Look, Facts>>();

/**
 * The facts of one request, only looked at, in one statement with those that others ask for at the same moment. A posting
 * decided by them fails with 40001 when the member's ledger has moved since.
 */
export function lookAtFacts(
  database: Database,
  { merchantId, now, request }: { merchantId: number; now: Date; request: FactsRequest },
): Promise<Facts> {
  let gather = looks.get(database);
  if (!gather) {
    gather = new Gather({ run: (merchant, asked) => lookTogether(database, merchant, asked), ...company });
    looks.set(database, gather);
  }
  return gather.add(merchantId, { now, request });
}

async function lookTogether(database: Database, merchantId: number, asked: Look[]): Promise<Facts[]> {
  const requests = JSON.stringify(asked.map(({ request }) => request));
  // Lots are read of whom something is due by the latest of these clocks: too many do no harm.
  const now = new Date(Math.max(...asked.map((look) => look.now.getTime())));
  const raw = await rawFacts(database, { merchantId, now, lock: false, requests });
  // Each has its own copy: deciding moves the facts it was decided by.
  return raw.requests.map((request) => readFacts({ ...raw, requests: [request] }));
}

/**
 * Locks the members (and the budgets in force) until commit and reads what a decision needs, in one round trip.
 * `lock: false` only looks: a posting on such facts fails with 40001 when the member's ledger has moved since. Requests of one member share one `MemberFacts`.
 */
export async function loadFacts(
  source: Pick<Tx, "sql"> & Partial<Pick<Tx, "flush">>,
  {
    merchantId,
    now,
    lock,
    requests,
  }: { merchantId: number; now: Date; lock: boolean; requests: FactsRequest[] },
): Promise<Facts> {
  await source.flush?.();
  const raw = await rawFacts(source, { merchantId, now, lock, requests: JSON.stringify(requests) });
  const facts = readFacts(raw);
  // Found, and merged or erased while their lock was waited for: to be looked up again.
  if (lock && facts.requests.some(({ member }, index) => !member && raw.requests[index]?.member)) {
    throw lookAgain("a member is another, or none, since they were looked up");
  }
  return facts;
}

async function rawFacts(
  { sql }: Pick<Tx, "sql">,
  { merchantId, now, lock, requests }: { merchantId: number; now: Date; lock: boolean; requests: string },
): Promise<RawFacts> {
  const [row] = await sql<{ facts: RawFacts }[]>`
    select posting_facts(${merchantId}, ${now.toISOString()}, ${lock}, ${requests}::text::jsonb) as facts`;
  if (!row) throw new Error("posting_facts returned nothing");
  return row.facts;
}

function readFacts(facts: RawFacts): Facts {
  const wanted = new Set(facts.requests.map(({ member }) => member));
  const members = new Map<string, MemberFacts>();
  for (const raw of facts.members ?? [])
    if (wanted.has(raw.id)) members.set(raw.id, readMember(raw, facts.merchant.timezone));
  return {
    merchant: facts.merchant,
    budgetUsed: Object.fromEntries(facts.budgets ?? []),
    requests: facts.requests.map((request) => ({
      member: (request.member && members.get(request.member)) || null,
      version: request.version,
      tier: request.tier,
      existing: request.existing,
      capUsed: Object.fromEntries(
        (request.caps ?? []).map(([rule, period, used]) => [`${rule}:${period}`, used]),
      ),
    })),
  };
}

function readMember(raw: RawMember, zone: string): MemberFacts {
  const activeAt = instant(raw.activeAt);
  return {
    ...raw,
    nextDueAt: instant(raw.nextDueAt),
    firstPurchaseAt: instant(raw.firstPurchaseAt),
    activeAt,
    standing: raw.standing && readStanding(raw.standing),
    lots: raw.lots?.map((lot) => readLot(lot, activeAt, zone)) ?? null,
  };
}

function readLot(raw: RawLot, activeAt: Date | null, zone: string): Lot {
  const lot = {
    ...raw,
    earnedAt: new Date(raw.earnedAt),
    availableAt: new Date(raw.availableAt),
    expiresAt: instant(raw.expiresAt),
  };
  return { ...lot, expiresAt: expiryGiven(lot, activeAt, zone) };
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
