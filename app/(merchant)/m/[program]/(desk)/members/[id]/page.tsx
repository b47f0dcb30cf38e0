import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdjustPoints } from "@/components/members/adjust-points";
import { EditMember } from "@/components/members/edit-member";
import { EraseMember } from "@/components/members/erase-member";
import { MemberFacts } from "@/components/members/member-facts";
import { MemberPointsNow } from "@/components/members/member-points-now";
import { RecordActivity } from "@/components/members/record-activity";
import { WriteNote } from "@/components/members/write-note";
import { ButtonLink } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { recordableTypes } from "@/lib/activities/queries/recordable-types";
import { localDate } from "@/lib/kernel/calendar";
import { formatCard } from "@/lib/kernel/card-number";
import { systemNow } from "@/lib/kernel/clock";
import { isUuid } from "@/lib/kernel/ids";
import { formatPhone } from "@/lib/kernel/phone";
import { getMember } from "@/lib/members/queries/get-member";
import { getProgram } from "@/lib/program/queries/get-program";
import { listTags } from "@/lib/segments/queries/list-tags";
import { memberStoryParts } from "@/lib/timeline/queries/story-parts";
import { storyParts } from "@/lib/timeline/schemas";
import { mayRole } from "../../../areas";
import { orNull } from "../../../or-null";
import { firstOf } from "../../first-of";
import { PointsView } from "./points-view";
import { StoryView } from "./story-view";
import { TierView } from "./tier-view";

interface Props {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

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
  const [rules, types, filled, tags] = await Promise.all([
    orNull(ask(actor, getProgram, {})),
    ask(actor, recordableTypes, {}),
    ask(actor, memberStoryParts, { id: member.id }),
    mayRole(actor.role, "members.edit") ? ask(actor, listTags, {}) : null,
  ]);
  const tiers = rules?.content.tiers ?? [];
  const name = member.name ?? formatCard(member.card);
  const view = storyParts.find((part) => part === firstOf(sought.view));
  const [t, merging, exporting] = await Promise.all([
    getTranslations("members.views"),
    getTranslations("members.merge"),
    getTranslations("members.data"),
  ]);
  const here = `/m/${program}/members/${member.id}`;
  const place = {
    zone: shop.timezone,
    currency: shop.currency,
    today: localDate(systemNow(), shop.timezone),
  };
  // Where something can be done there is a way even while nothing has been.
  const parts = storyParts.filter(
    (part) =>
      part === "notes" || (part === "tier" && tiers.length > 0) || part === view || filled.includes(part),
  );
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
              <EditMember id={member.id} name={name} values={valuesOf(member, shop.country)} tiers={tiers} />
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
            { href: here, label: t("story"), current: view === undefined },
            ...parts.map((part) => ({
              href: `${here}?view=${part}`,
              label: t(part),
              current: part === view,
            })),
          ]}
        />
        {view === "notes" ? <WriteNote member={member.id} /> : null}
        {view === "tier" ? <TierView actor={actor} member={member} name={name} tiers={tiers} /> : null}
        {view === "points" ? (
          <PointsView
            actor={actor}
            id={member.id}
            before={firstOf(sought.before)}
            here={here}
            place={place}
          />
        ) : (
          <StoryView
            actor={actor}
            id={member.id}
            part={view}
            cursor={firstOf(sought.after)}
            here={here}
            place={{ ...place, pointName: shop.pointName }}
          />
        )}
      </div>
      <MemberFacts member={member} shop={{ ...place, country: shop.country }} knownTags={tags}>
        {mayRole(actor.role, "members.export") ? (
          <p className="mt-4 border-t border-line pt-3">
            <a href={`${here}/data.json`} className="link touchable" download>
              {exporting("action")}
            </a>
            <span className="mt-1 block text-small text-ink-2">{exporting("hint")}</span>
          </p>
        ) : null}
      </MemberFacts>
    </div>
  );
}

type Member = Awaited<ReturnType<typeof memberOf>>;

const valuesOf = (member: Member, country: string) => ({
  name: member.name ?? "",
  phone: member.phone ? formatPhone(member.phone, country) : "",
  email: member.email ?? "",
  birthday: member.birthday ?? "",
  tier: member.tier ?? "",
  externalId: member.externalId ?? "",
  locale: member.locale ?? "",
});
