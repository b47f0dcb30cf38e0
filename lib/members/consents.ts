import { createTranslator } from "use-intl/core";
import type { Database, Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { uuidv7 } from "@/lib/kernel/ids";
import en from "@/messages/en";
import tr from "@/messages/tr";
import type { ConsentKind } from "./schemas";

const words = { en: en.portal, tr: tr.portal };

export interface ConsentEvent {
  kind: ConsentKind;
  given: boolean;
  /** As it was read. */
  wording: string;
  via: string;
  at: string;
}

/** The sentence beside the box, kept with the answer: what somebody agreed to does not change when the words do. */
export function consentWording(kind: ConsentKind, shop: string, locale: Locale): string {
  const t = createTranslator({ locale, messages: words[locale] });
  return t(`consent.${kind}`, { shop });
}

interface Answer {
  memberId: string;
  kind: ConsentKind;
  given: boolean;
  wording: string;
  via: string;
}

/** Notes what a member said, unless it is what holds already: a second press of the same button says nothing new. */
export async function recordConsent(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  answer: Answer,
): Promise<void> {
  const { merchantId } = actor;
  const { memberId, kind, given, wording, via } = answer;
  // Two tabs at once: the second waits for the member and then finds the first one's answer.
  await tx.sql`select id from member where merchant_id = ${merchantId} and id = ${memberId} for update`;
  if ((await holdingConsents(tx, merchantId, memberId)).has(kind) === given) return;
  await tx.sql`
    insert into consent_event (merchant_id, member_id, id, kind, given, wording, via, at, actor)
    values (${merchantId}, ${memberId}, ${uuidv7()}, ${kind}, ${given}, ${wording}, ${via}, ${now.toISOString()}, ${actorName(actor)})`;
  audit(tx, actor, now, {
    action: "member.consent",
    subject: `member:${memberId}`,
    before: { [kind]: !given },
    after: { [kind]: given },
  });
}

/** What a member agrees to now. Without a word of theirs: to nothing. */
export async function holdingConsents(
  source: Pick<Database | Tx, "sql">,
  merchantId: number,
  memberId: string,
): Promise<Set<ConsentKind>> {
  const rows = await source.sql<{ kind: ConsentKind; given: boolean }[]>`
    select distinct on (kind) kind, given from consent_event
    where merchant_id = ${merchantId} and member_id = ${memberId} order by kind, id desc`;
  return new Set(rows.filter((row) => row.given).map((row) => row.kind));
}

/** Everything a member ever answered, newest first. */
export async function consentHistory(
  source: Pick<Database | Tx, "sql">,
  merchantId: number,
  memberId: string,
): Promise<ConsentEvent[]> {
  const rows = await source.sql<ConsentEvent[]>`
    select kind, given, wording, via, at from consent_event
    where merchant_id = ${merchantId} and member_id = ${memberId} order by id desc limit 200`;
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
