import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WaitingList } from "@/components/rewards/waiting-list";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { listWaiting } from "@/lib/rewards/queries/list-waiting";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rewards.waiting"))("section") };
}

export default async function HandOverPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await staffPage(program);
  const [t, { items, more }] = await Promise.all([
    getTranslations("rewards.waiting"),
    ask(actor, listWaiting, {}),
  ]);
  return (
    <>
      <h1 className="text-answer">{t("title", { count: items.length })}</h1>
      <p className="mt-1 mb-5 max-w-prose text-ink-2">{t("body")}</p>
      {items.length > 0 ? <WaitingList items={items} /> : null}
      {more ? <p className="mt-3 text-ink-2">{t("more")}</p> : null}
    </>
  );
}
