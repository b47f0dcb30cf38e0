import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import { LedgerBatch } from "@/lib/points/posting";
import { publishedTiers, unknownTier } from "@/lib/tiers/published-tiers";
import { merchantPlace } from "./enrol";
import { readPhone } from "./member-key";
import { type EnrolmentOptions, insertMembers, type NewMember, newMember } from "./new-member";
import { refuseBirthday } from "./refuse-birthday";
import type { Enrolment } from "./schemas";

export interface Enrolling {
  enrolment: Enrolment;
  at: Date;
}

export type EnrolOutcome =
  /** `repeated`: there was such a member already, and nothing about them was changed. */
  { ok: true; id: string; repeated: boolean } | { ok: false; problem: Problem };

/**
 * Enrols many at once, silently, each answered on their own: three statements, whatever the number. Whoever is known by the
 * first of external id, e-mail and phone that is given is a member already and stays as they are; what belongs to
 * somebody else is refused by field.
 */
export async function enrolMany(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  people: readonly Enrolling[],
  options: EnrolmentOptions,
): Promise<EnrolOutcome[]> {
  const place = await merchantPlace(tx, actor.merchantId);
  const read = people.map(({ enrolment }) => identityOf(enrolment, { now, ...place }));
  const named = people.some(({ enrolment }) => enrolment.tier !== undefined);
  const tiers = named ? await publishedTiers(tx, actor.merchantId) : new Set<string>();
  const known = new KnownMembers();
  for (const member of await activeMembers(tx, actor.merchantId, read)) known.add(member);
  const added: { row: NewMember; at: Date }[] = [];
  const outcomes = people.map(({ enrolment, at }, index): EnrolOutcome => {
    const identity = read[index];
    if (!identity || identity instanceof Problem)
      return { ok: false, problem: identity ?? new Problem("invalid") };
    const same = known.same(identity);
    if (same) return { ok: true, id: same, repeated: true };
    if (enrolment.tier !== undefined && !tiers.has(enrolment.tier))
      return { ok: false, problem: unknownTier() };
    const taken = known.taken(identity);
    if (taken) return { ok: false, problem: new Problem("member_exists", { fields: [taken] }) };
    const row = newMember(enrolment, identity.phone, at, options);
    known.add({ id: row.id, ...identity });
    added.push({ row, at });
    return { ok: true, id: row.id, repeated: false };
  });
  if (added.length === 0) return outcomes;
  await insertMembers(
    tx.sql,
    actor.merchantId,
    added.map(({ row }) => row),
  );
  const batch = new LedgerBatch({
    merchantId: actor.merchantId,
    zone: place.timezone,
    now,
    actor: actorName(actor),
  });
  for (const { at } of added) batch.addEnrolment(at);
  tx.last(batch.statement(tx));
  return outcomes;
}

interface Identity {
  externalId: string | null;
  email: string | null;
  phone: string | null;
}

function identityOf(
  { externalId, email, phone, birthday }: Enrolment,
  { now, timezone, country }: { now: Date; timezone: string; country: string },
): Identity | Problem {
  try {
    refuseBirthday(birthday, { now, timezone });
    return {
      externalId: externalId ?? null,
      email: email ?? null,
      phone: phone === undefined ? null : readPhone(phone, country),
    };
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

const names = ["externalId", "email", "phone"] as const;

class KnownMembers {
  readonly #ids = new Map<string, string>();

  add({ id, ...identity }: Identity & { id: string }): void {
    for (const name of names) if (identity[name] !== null) this.#ids.set(`${name}:${identity[name]}`, id);
  }

  /** The member that this is, by the first thing that they are known by. */
  same(identity: Identity): string | undefined {
    const name = names.find((one) => identity[one] !== null);
    return name && this.#ids.get(`${name}:${identity[name]}`);
  }

  taken(identity: Identity): FieldProblem | undefined {
    const path = names.find((name) => identity[name] !== null && this.#ids.has(`${name}:${identity[name]}`));
    return path && { path, code: "taken" };
  }
}

function activeMembers(
  tx: Tx,
  merchantId: number,
  read: readonly (Identity | Problem)[],
): Promise<(Identity & { id: string })[]> {
  const all = (name: (typeof names)[number]): string[] =>
    read.flatMap((identity) => (identity instanceof Problem ? [] : (identity[name] ?? [])));
  return tx.sql<(Identity & { id: string })[]>`
    select coalesce(merged_into, id) as id, external_id as "externalId", email, phone from member
    where merchant_id = ${merchantId} and status in ('active', 'merged')
      and (external_id = any(${all("externalId")}) or email = any(${all("email")}) or phone = any(${all("phone")}))`;
}
