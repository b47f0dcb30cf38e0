import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberSearch } from "@/components/members/member-search";
import { MemberTable } from "@/components/members/member-table";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/form-errors";
import { Pages } from "@/components/ui/pages";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { isUuid } from "@/lib/kernel/ids";
import { findMembers } from "@/lib/members/queries/find-members";
import { listMembers } from "@/lib/members/queries/list-members";
import { listAdjustments } from "@/lib/points/queries/list-adjustments";
import { getProgram } from "@/lib/program/queries/get-program";
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
  const text = (firstOf(sought.q) ?? "").trim().slice(0, 200);
  const after = firstOf(sought.after);
  const [t, rules, page, waiting] = await Promise.all([
    getTranslations("members"),
    orNull(ask(actor, getProgram, {})),
    text
      ? ask(actor, findMembers, { search: text }).then(({ members }) => ({ members, next: null }))
      : ask(actor, listMembers, after && isUuid(after) ? { after } : {}),
    mayRole(actor.role, "points.approve") ? ask(actor, listAdjustments, {}) : [],
  ]);
  const here = `/m/${program}/members`;
  const tierNames = Object.fromEntries((rules?.content.tiers ?? []).map((tier) => [tier.key, tier.name]));
  const most = 20;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-section">{t("title")}</h1>
        <ButtonLink href={`${here}/new`} variant="main">
          {t("enrol.action")}
        </ButtonLink>
      </div>
      {waiting.length > 0 ? (
        <div className="mb-5">
          <Notice actions={<TextLink href={`${here}/waiting`}>{t("noticeAction")}</TextLink>}>
            {t("notice", { count: waiting.length })}
          </Notice>
        </div>
      ) : null}
      <MemberSearch href={here} text={text} />
      {text && page.members.length > 0 ? (
        <p role="status" className="mb-1 text-small text-ink-2">
          {page.members.length >= most
            ? t("foundMost", { count: page.members.length, text })
            : t("found", { count: page.members.length, text })}
        </p>
      ) : null}
      {page.members.length > 0 ? (
        <MemberTable members={page.members} slug={program} zone={shop.timezone} tierNames={tierNames} />
      ) : (
        <div className="border-t border-line pt-5">
          <Empty title={text ? t("none.title", { text }) : t("empty.title")}>
            {text ? t("none.body") : t("empty.body")}
          </Empty>
        </div>
      )}
      {!text && (after || page.next) ? (
        <Pages
          label={t("pages.label")}
          summary={t("pages.newest")}
          previous={after ? { href: here, label: t("pages.first") } : undefined}
          next={page.next ? { href: `${here}?after=${page.next}`, label: t("pages.older") } : undefined}
        />
      ) : null}
    </>
  );
}
