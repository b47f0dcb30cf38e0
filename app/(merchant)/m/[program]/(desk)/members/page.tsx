import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import {
  addressOf,
  filterFields,
  filterOf,
  isSameFilter,
  orderOf,
  type Typed,
  typedOf,
} from "@/components/members/filter-address";
import { FilterForm } from "@/components/members/filter-form";
import { FilterMeans } from "@/components/members/filter-means";
import { MemberDesk } from "@/components/members/member-desk";
import { RemoveSegment, SaveSegment } from "@/components/members/save-segment";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/form-errors";
import { Pages } from "@/components/ui/pages";
import { Pick } from "@/components/ui/pick";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { localDate } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { listAdjustments } from "@/lib/points/queries/list-adjustments";
import { getProgram } from "@/lib/program/queries/get-program";
import { listSegmentMembers, type MemberList } from "@/lib/segments/queries/list-segment-members";
import { listSegments } from "@/lib/segments/queries/list-segments";
import { listTags } from "@/lib/segments/queries/list-tags";
import { mayRole } from "../../areas";
import { orNull } from "../../or-null";
import { firstOf } from "../first-of";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const { actor, shop } = await staffPage(program);
  const locale = await getLocale();
  const typed: Typed = Object.fromEntries(
    filterFields.flatMap((field) => {
      const text = firstOf(sought[field])?.slice(0, 300);
      return text ? [[field, text]] : [];
    }),
  );
  const { filter, wrong } = filterOf(typed, { currency: shop.currency, locale });
  const order = orderOf(firstOf(sought.sort));
  const cursor = firstOf(sought.after);
  const mayEdit = mayRole(actor.role, "members.edit");
  const [t, list, rules, page, segments, tags, waiting] = await Promise.all([
    getTranslations("members"),
    getTranslations("segments"),
    orNull(ask(actor, getProgram, {})),
    memberPage(actor, { filter, ...order, ...(cursor ? { cursor } : {}) }),
    ask(actor, listSegments, {}),
    ask(actor, listTags, {}),
    mayRole(actor.role, "points.approve") ? ask(actor, listAdjustments, {}) : [],
  ]);
  const here = `/m/${program}/members`;
  const tiers = rules?.content.tiers ?? [];
  const address = addressOf(typed, order);
  const segment = segments.find((one) => isSameFilter(one.filter, filter));
  const isFiltered = Object.keys(filter).length > 0;
  const today = localDate(systemNow(), shop.timezone);
  const members = page.members.map(({ lastPurchaseAt, ...member }) => ({
    ...member,
    daysAgo:
      lastPurchaseAt === null ? null : daysBetween(localDate(new Date(lastPurchaseAt), shop.timezone), today),
  }));
  const orders = (
    ["-joined", "joined", "name", "-visit", "visit", "-balance", "balance", "-spend", "spend"] as const
  ).map((text) => ({
    href: `${here}${addressOf(typed, orderOf(text))}`,
    label: list(`sort.${orderWords[text]}`),
    current: orderOf(text).sort === order.sort && orderOf(text).direction === order.direction,
  }));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-ink pb-4">
        <h1 className="text-section">{t("title")}</h1>
        <ButtonLink href={`${here}/new`} variant="main">
          {t("enrol.action")}
        </ButtonLink>
      </div>
      {waiting.length > 0 ? (
        <div className="mt-4">
          <Notice actions={<TextLink href={`${here}/waiting`}>{t("noticeAction")}</TextLink>}>
            {t("notice", { count: waiting.length })}
          </Notice>
        </div>
      ) : null}
      <div className="mt-1 mb-2 flex flex-wrap items-center gap-x-6">
        <Pick
          label={list("segment")}
          options={[
            { href: `${here}${addressOf({}, order)}`, label: list("everybody"), current: !isFiltered },
            ...segments.map((one) => ({
              href: `${here}${addressOf(typedOf(one.filter, shop.currency), order)}`,
              label: one.name,
              current: one.id === segment?.id,
            })),
            ...(isFiltered && !segment
              ? [{ href: `${here}${address}`, label: list("unsaved"), current: true }]
              : []),
          ]}
        />
        <Pick label={list("sort.label")} options={orders} />
        <span className="grow" />
        {mayEdit && segment ? <RemoveSegment id={segment.id} name={segment.name} /> : null}
        {mayEdit && isFiltered && !segment && !filter.search && !filter.note ? (
          <SaveSegment filter={filter} />
        ) : null}
        {page.members.length > 0 && mayRole(actor.role, "members.export") ? (
          <a href={`${here}/members.csv${address}`} className="link touchable" download>
            {list("export")}
          </a>
        ) : null}
      </div>
      <MemberDesk
        members={members}
        here={here}
        typed={typed}
        order={order}
        tierNames={Object.fromEntries(tiers.map((tier) => [tier.key, tier.name]))}
        tags={tags}
        mayChoose={mayEdit}
        controls={
          <FilterForm
            here={here}
            typed={typed}
            wrong={wrong}
            sort={firstOf(sought.sort)}
            tiers={tiers}
            tags={tags}
          />
        }
      >
        <div className="mt-3 mb-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="text-small text-ink-2">
            {countWords(page, typed.q, isFiltered, list)}
          </p>
          <FilterMeans
            filter={filter}
            typed={typed}
            order={order}
            here={here}
            tierNames={Object.fromEntries(tiers.map((tier) => [tier.key, tier.name]))}
          />
        </div>
      </MemberDesk>
      {page.members.length === 0 && !page.next ? (
        <div className="border-t border-line pt-5">
          {isFiltered ? (
            <Empty title={typed.q ? t("none.title", { text: typed.q }) : list("none")}>
              {typed.q ? t("none.body") : list("noneBody")}
            </Empty>
          ) : (
            <Empty title={t("empty.title")}>{t("empty.body")}</Empty>
          )}
        </div>
      ) : null}
      {cursor || page.next ? (
        <Pages
          label={list("pages.label")}
          summary={orders.find((one) => one.current)?.label}
          previous={cursor ? { href: `${here}${address}`, label: list("pages.first") } : undefined}
          next={
            page.next
              ? {
                  href: `${here}${addressOf(typed, order, { after: page.next })}`,
                  label: page.partly ? list("pages.further") : list("pages.next", { count: pageSize }),
                }
              : undefined
          }
        />
      ) : null}
    </>
  );
}

const pageSize = 50;

const orderWords = {
  "-joined": "joined",
  joined: "joinedUp",
  name: "name",
  "-visit": "visit",
  visit: "visitUp",
  "-balance": "balance",
  balance: "balanceUp",
  "-spend": "spend",
  spend: "spendUp",
} as const;

type Asked = Parameters<typeof ask<typeof listSegmentMembers.input, MemberList>>[2];

/** An address whose place is none, kept or made up, is answered with the beginning. */
async function memberPage(actor: Parameters<typeof ask>[0], asked: Asked): Promise<MemberList> {
  const { cursor, ...rest } = asked;
  const page = cursor === undefined ? null : await orNull(ask(actor, listSegmentMembers, asked), "invalid");
  return page ?? ask(actor, listSegmentMembers, rest);
}

function countWords(
  { members, partly, total }: MemberList,
  text: string | undefined,
  isFiltered: boolean,
  t: Awaited<ReturnType<typeof getTranslations<"segments">>>,
): string {
  const count = members.length;
  if (text)
    return count === 0 ? "" : partly ? t("foundMost", { count, text }) : t("foundBy", { count, text });
  if (partly) return t("partly", { count });
  if (!total) return "";
  return t(isFiltered ? "countFiltered" : "count", { count: total.count, more: String(total.more) });
}

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
