import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PairList } from "@/components/members/pair-list";
import { Pages } from "@/components/ui/pages";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { similarPairs } from "@/lib/members/queries/similar-pairs";
import { mayRole } from "../../../areas";
import { orNull } from "../../../or-null";
import { firstOf } from "../../first-of";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.sections"))("alike") };
}

export default async function AlikePage({ params, searchParams }: Props) {
  const [{ program }, sought, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("members.pairs"),
  ]);
  const { actor } = await staffPage(program);
  if (!mayRole(actor.role, "members.merge")) notFound();
  const cursor = firstOf(sought.after);
  // An address whose place is made up is answered with the beginning.
  const page =
    (cursor ? await orNull(ask(actor, similarPairs, { cursor }), "invalid") : null) ??
    (await ask(actor, similarPairs, {}));
  const here = `/m/${program}/members/alike`;
  return (
    <>
      <h1 className="text-answer">{t("title")}</h1>
      <p className="mt-1 mb-5 max-w-prose text-ink-2">{t("body")}</p>
      {page.pairs.length > 0 ? (
        <PairList pairs={page.pairs} />
      ) : (
        <p className="border-t border-line pt-4 text-ink-2">{page.next ? t("noneYet") : t("none")}</p>
      )}
      {page.next || cursor ? (
        <Pages
          label={t("pages")}
          summary={null}
          previous={cursor ? { href: here, label: t("first") } : undefined}
          next={
            page.next
              ? { href: `${here}?after=${encodeURIComponent(page.next)}`, label: t("further") }
              : undefined
          }
        />
      ) : null}
    </>
  );
}
