import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AdjustPoints } from "@/components/members/adjust-points";
import { EditMember } from "@/components/members/edit-member";
import { EraseMember } from "@/components/members/erase-member";
import { History } from "@/components/members/history";
import { LockTier } from "@/components/members/lock-tier";
import { MemberFacts } from "@/components/members/member-facts";
import { MemberPointsNow } from "@/components/members/member-points-now";
import { Purchases } from "@/components/members/purchases";
import { RecordActivity } from "@/components/members/record-activity";
import { TierHistory } from "@/components/members/tier-history";
import { TierLine } from "@/components/portal/tier-line";
import { ButtonLink } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { Tabs } from "@/components/ui/tabs";
import type { StaffActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { recordableTypes } from "@/lib/activities/queries/recordable-types";
import { listPurchases } from "@/lib/earning/queries/list-purchases";
import { localDate } from "@/lib/kernel/calendar";
import { formatCard } from "@/lib/kernel/card-number";
import { systemNow } from "@/lib/kernel/clock";
import { isUuid } from "@/lib/kernel/ids";
import { getMember } from "@/lib/members/queries/get-member";
import { memberHistory } from "@/lib/points/queries/member-history";
import { getProgram } from "@/lib/program/queries/get-program";
import { getMemberTier } from "@/lib/tiers/queries/get-member-tier";
import { tierHistory } from "@/lib/tiers/queries/tier-history";
import { mayRole } from "../../../areas";
import { orNull } from "../../../or-null";
import { firstOf } from "../../first-of";
import { ActivitiesView } from "./activities-view";
import { NotesView } from "./notes-view";

interface Props {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const views = ["history", "purchases", "activities", "tier", "notes"] as const;
const isView = (text: string): text is (typeof views)[number] => views.some((view) => view === text);

async function memberOf({ program, id }: { program: string; id: string }) {
  const { actor } = await staffPage(program);
  const member = isUuid(id) ? await orNull(ask(actor, getMember, { id }), "not_found") : null;
  return member ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await memberOf(await params);
  return { title: member.name ?? formatCard(member.card) };
}

export default async function MemberPage({ params, searchParams }: Props) {
  const [given, sought] = await Promise.all([params, searchParams]);
  const { program } = given;
  const [{ actor, shop }, member] = await Promise.all([staffPage(program), memberOf(given)]);
  const [rules, types] = await Promise.all([
    orNull(ask(actor, getProgram, {})),
    ask(actor, recordableTypes, {}),
  ]);
  const tiers = rules?.content.tiers ?? [];
  const name = member.name ?? formatCard(member.card);
  const sent = firstOf(sought.view);
  const view = sent && isView(sent) ? sent : "history";
  const [t, merging] = await Promise.all([
    getTranslations("members.views"),
    getTranslations("members.merge"),
  ]);
  const here = `/m/${program}/members/${member.id}`;
  const place = {
    zone: shop.timezone,
    currency: shop.currency,
    today: localDate(systemNow(), shop.timezone),
  };
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_304px]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <h1 className="text-answer min-w-0 wrap-break-word">{name}</h1>
          <div className="flex flex-wrap gap-2 pt-1">
            {types.length > 0 ? <RecordActivity id={member.id} name={name} types={types} /> : null}
            {mayRole(actor.role, "points.adjust") && rules ? (
              <AdjustPoints id={member.id} name={name} limit={rules.content.adjustments.approvalAbove} />
            ) : null}
            {mayRole(actor.role, "members.edit") ? (
              <EditMember id={member.id} name={name} values={valuesOf(member)} tiers={tiers} />
            ) : null}
            {mayRole(actor.role, "members.merge") ? (
              <ButtonLink size="s" variant="bare" href={`${here}/merge`}>
                {merging("action")}
              </ButtonLink>
            ) : null}
            {mayRole(actor.role, "members.erase") ? (
              <EraseMember id={member.id} name={name} balance={member.balance} />
            ) : null}
          </div>
        </div>
        <MemberPointsNow
          points={member}
          tier={tiers.find((tier) => tier.key === member.tier)?.name ?? member.tier}
          zone={shop.timezone}
        />
        <Tabs
          label={t("label")}
          className="mt-7"
          items={[
            { href: here, label: t("history"), current: view === "history" },
            { href: `${here}?view=purchases`, label: t("purchases"), current: view === "purchases" },
            { href: `${here}?view=activities`, label: t("activities"), current: view === "activities" },
            { href: `${here}?view=tier`, label: t("tier"), current: view === "tier" },
            { href: `${here}?view=notes`, label: t("notes"), current: view === "notes" },
          ]}
        />
        {view === "notes" ? (
          <NotesView actor={actor} id={member.id} zone={shop.timezone} />
        ) : view === "tier" ? (
          <TierView actor={actor} member={member} name={name} tiers={tiers} zone={shop.timezone} />
        ) : view === "activities" ? (
          <ActivitiesView actor={actor} id={member.id} before={firstOf(sought.before)} here={here} />
        ) : view === "history" ? (
          <HistoryView
            actor={actor}
            id={member.id}
            before={firstOf(sought.before)}
            here={here}
            place={place}
          />
        ) : (
          <PurchasesView
            actor={actor}
            id={member.id}
            before={firstOf(sought.before)}
            here={here}
            place={place}
          />
        )}
      </div>
      <MemberFacts member={member} shop={place} />
    </div>
  );
}

async function TierView({
  actor,
  member,
  name,
  tiers,
  zone,
}: {
  actor: StaffActor;
  member: { id: string; tier: string | null; name: string | null };
  name: string;
  tiers: { key: string; name: string }[];
  zone: string;
}) {
  const [t, locale] = await Promise.all([getTranslations("members.tierView"), getLocale()]);
  const { id } = member;
  const who = member.name?.split(" ")[0];
  const [tier, history] = await Promise.all([
    ask(actor, getMemberTier, { id, locale, who }),
    ask(actor, tierHistory, { id }),
  ]);
  const { standing, headline } = tier.says;
  return (
    <div className="mt-5 grid max-w-[40rem] gap-7">
      <div>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <p className="font-strong">{standing ?? t("none")}</p>
          {mayRole(actor.role, "tiers.lock") && tiers.length > 0 ? (
            <LockTier
              id={id}
              name={name}
              tier={tier.tier?.key ?? null}
              locked={tier.locked !== null}
              tiers={tiers}
            />
          ) : null}
        </div>
        {tier.locked ? <p className="mt-0.5 text-ink-2">{t("locked", { reason: tier.locked })}</p> : null}
        {headline ? (
          <div className="mt-3">
            <TierLine tier={tier} />
          </div>
        ) : null}
      </div>
      {tier.tier && tier.tier.benefits.length > 0 ? (
        <section>
          <h2 className="text-title">{t("benefits")}</h2>
          <ul className="mt-1.5 grid gap-1 text-ink-2">
            {tier.tier.benefits.map((benefit) => (
              <li key={benefit}>{benefit}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {history.length > 0 ? (
        <section>
          <h2 className="text-title mb-2">{t("history")}</h2>
          <TierHistory rows={history} tiers={tiers} zone={zone} />
        </section>
      ) : null}
    </div>
  );
}

interface ViewProps {
  actor: StaffActor;
  id: string;
  before: string | undefined;
  here: string;
  place: { zone: string; currency: string; today: string };
}

async function HistoryView({ actor, id, before, here, place }: ViewProps) {
  const [t, locale] = await Promise.all([getTranslations("members.pages"), getLocale()]);
  const from = before && /^[1-9]\d{0,8}$/.test(before) ? { before: Number(before) } : {};
  const { entries, next } = await ask(actor, memberHistory, { id, locale, ...from });
  return (
    <>
      <History entries={entries} place={place} />
      {next || before ? (
        <Pages
          label={t("label")}
          summary={t("history")}
          previous={before ? { href: here, label: t("first") } : undefined}
          next={next ? { href: `${here}?before=${next}`, label: t("older") } : undefined}
        />
      ) : null}
    </>
  );
}

async function PurchasesView({ actor, id, before, here, place }: ViewProps) {
  const t = await getTranslations("members.pages");
  const isInstant = before !== undefined && !Number.isNaN(Date.parse(before));
  const from = isInstant ? { before: new Date(before).toISOString() } : {};
  const { purchases, next } = await ask(actor, listPurchases, { member: id, ...from });
  const view = `${here}?view=purchases`;
  return (
    <>
      <Purchases purchases={purchases} place={place} mayRefund={mayRole(actor.role, "purchases.refund")} />
      {next || before ? (
        <Pages
          label={t("label")}
          summary={t("history")}
          previous={before ? { href: view, label: t("first") } : undefined}
          next={next ? { href: `${view}&before=${encodeURIComponent(next)}`, label: t("older") } : undefined}
        />
      ) : null}
    </>
  );
}

type Member = Awaited<ReturnType<typeof memberOf>>;

const valuesOf = (member: Member) => ({
  name: member.name ?? "",
  phone: member.phone ?? "",
  email: member.email ?? "",
  birthday: member.birthday ?? "",
  tier: member.tier ?? "",
  externalId: member.externalId ?? "",
  locale: member.locale ?? "",
});
