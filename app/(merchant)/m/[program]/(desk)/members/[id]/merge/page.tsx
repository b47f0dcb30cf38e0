import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MergePreview } from "@/components/members/merge-preview";
import { MergeTwo } from "@/components/members/merge-two";
import { SimilarList } from "@/components/members/similar-list";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { formatCard } from "@/lib/kernel/card-number";
import { isUuid } from "@/lib/kernel/ids";
import { findMembers } from "@/lib/members/queries/find-members";
import { getMember } from "@/lib/members/queries/get-member";
import { similarMembers } from "@/lib/members/queries/similar-members";
import { getProgram } from "@/lib/program/queries/get-program";
import { mayRole } from "../../../../areas";
import { orNull } from "../../../../or-null";
import { firstOf } from "../../../first-of";

interface Props {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.merge"))("action") };
}

/** Two members who may be one person: who it may be, both side by side, and one of them afterwards. */
export default async function MergePage({ params, searchParams }: Props) {
  const [{ program, id }, sought, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("members.merge"),
  ]);
  const { actor, shop } = await staffPage(program);
  if (!mayRole(actor.role, "members.merge")) notFound();
  const memberOf = async (given: string | undefined) =>
    given && isUuid(given) ? orNull(ask(actor, getMember, { id: given }), "not_found") : null;
  const [member, other] = await Promise.all([memberOf(id), memberOf(firstOf(sought.with))]);
  if (!member) notFound();
  const nameOf = (one: { name: string | null; card: string }) => one.name ?? formatCard(one.card);
  if (other && other.id !== member.id) {
    const rules = await orNull(ask(actor, getProgram, {}));
    return (
      <>
        <h1 className="text-answer">{t("compareTitle", { name: nameOf(member), other: nameOf(other) })}</h1>
        <p className="mt-1 max-w-prose text-ink-2">{t("body")}</p>
        <MergePreview
          keeps={member}
          other={other}
          tiers={rules?.content.tiers ?? []}
          shop={{ zone: shop.timezone, currency: shop.currency, country: shop.country }}
        />
        <MergeTwo id={member.id} other={other.id} />
      </>
    );
  }
  const search = firstOf(sought.q)?.trim() ?? "";
  const [similar, found] = await Promise.all([
    ask(actor, similarMembers, { id: member.id }),
    search === "" ? { members: [] } : ask(actor, findMembers, { search }),
  ]);
  const here = `/m/${program}/members/${member.id}/merge`;
  const others = found.members.filter((one) => one.id !== member.id);
  return (
    <>
      <h1 className="text-answer">{t("title", { name: nameOf(member) })}</h1>
      <p className="mt-1 max-w-prose text-ink-2">{t("body")}</p>
      <h2 className="text-title mt-7">{t("similar")}</h2>
      {similar.length > 0 ? (
        <SimilarList members={similar} here={here} shop={shop} />
      ) : (
        <p className="mt-1.5 text-ink-2">{t("noSimilar")}</p>
      )}
      <h2 className="text-title mt-7">{t("find")}</h2>
      <search className="mt-2 block max-w-[30rem]">
        <form action={here} className="flex items-end gap-2">
          <TextField
            label={t("findLabel")}
            type="search"
            name="q"
            defaultValue={search}
            maxLength={200}
            className="min-w-0 grow"
          />
          <Button type="submit">{t("findAction")}</Button>
        </form>
      </search>
      {search === "" ? null : others.length > 0 ? (
        <SimilarList members={others.map((one) => ({ ...one, alike: [] }))} here={here} shop={shop} />
      ) : (
        <p className="mt-3 text-ink-2">{t("none")}</p>
      )}
    </>
  );
}
