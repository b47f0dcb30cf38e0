import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { insertMembers, type NewMember, newMember } from "@/lib/members/new-member";
import type { Facts, FactsRequest, MemberFacts, RequestFacts } from "@/lib/points/facts";
import type { LedgerBatch } from "@/lib/points/posting";
import { programContent } from "@/lib/program/program-content";
import { readStanding } from "@/lib/tiers/standing-facts";

export interface NewBuyer {
  key: string;
  row: NewMember;
  facts: MemberFacts;
}

/** Who brings in what is recorded; without it, whoever buys now. */
export interface Importing {
  /** Null: a dry run. */
  id: string | null;
  /** Whether buyers who are not members become members, whatever the program says. */
  enrol: boolean;
}

interface Context {
  source: Pick<Tx, "sql">;
  actor: Actor;
  now: Date;
  facts: Facts;
  importing?: Importing;
}

/**
 * Buyers whom their first purchase makes members. Each is decided for before they are one, so that a purchase that is
 * refused leaves nobody behind.
 */
export class NewBuyers {
  readonly #context: Context;
  readonly #accepted = new Map<string, NewBuyer>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Null where nobody is enrolled by this purchase: the program does not say so, or they are named by what is given out here. */
  async of(asked: FactsRequest, request: RequestFacts): Promise<NewBuyer | null> {
    const { by, value } = asked;
    if (request.member || by === "id" || by === "card") return null;
    const key = `${by}:${value}`;
    const known = this.#accepted.get(key);
    if (known) return known;
    if (!(await this.#enrols(request))) return null;
    const { now, facts, importing } = this.#context;
    const at = asked.at < now ? asked.at : now;
    const row = newMember(by === "phone" ? {} : { [by]: value }, by === "phone" ? value : null, at, {
      via: importing ? "import" : "purchase",
      importId: importing?.id ?? undefined,
    });
    return { key, row, facts: newFacts(row, facts) };
  }

  /** A purchase of theirs stands. True the first time. */
  accept(buyer: NewBuyer): boolean {
    if (this.#accepted.has(buyer.key)) return false;
    this.#accepted.set(buyer.key, buyer);
    return true;
  }

  /** Adds the members to the database, as posting to them needs, and to the batch what else an enrolment leaves. */
  async enrol(batch: LedgerBatch): Promise<void> {
    if (this.#accepted.size === 0) return;
    const { source, actor, now, importing } = this.#context;
    // In one order everywhere: two who bring the same people wait for each other, not both for ever.
    const buyers = [...this.#accepted.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    await insertMembers(
      source.sql,
      actor.merchantId,
      buyers.map(({ row }) => row),
    );
    for (const { row } of buyers) {
      batch.addEnrolment(new Date(row.enrolled_at));
      if (importing) continue;
      const { external_id: externalId, email, phone, enrolled_via: via } = row;
      const named = Object.entries({ externalId, email, phone }).filter(([, value]) => value !== null);
      const after = { ...Object.fromEntries(named), via };
      batch.addAudit(auditRow(actor, now, { action: "member.enrol", subject: `member:${row.id}`, after }));
    }
  }

  async #enrols({ version }: RequestFacts): Promise<boolean> {
    const { source, actor, importing } = this.#context;
    if (importing) return importing.enrol;
    if (version === null) return false;
    const { enrolment } = await programContent(source, actor.merchantId, version);
    return enrolment.universalDefault;
  }
}

const newFacts = (row: NewMember, { merchant }: Facts): MemberFacts => ({
  id: row.id,
  balance: 0,
  pending: 0,
  debt: 0,
  entrySeq: 0,
  lotNo: 0,
  nextDueAt: null,
  lots: [],
  purchaseCount: 0,
  spend: 0,
  firstPurchaseAt: null,
  standing:
    merchant.qualifyingVersion === null
      ? null
      : readStanding({
          tier: null,
          since: null,
          until: null,
          lock: null,
          tally: {},
          asOf: null,
          seq: 0,
          enrolledAt: row.enrolled_at,
        }),
});
