import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FileDrop } from "@/components/import/file-drop";
import { ImportList } from "@/components/import/import-list";
import { Pages } from "@/components/ui/pages";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { listImports } from "@/lib/integrations/import/queries/list-imports";
import { isUuid } from "@/lib/kernel/ids";
import { mayRole } from "../../../areas";
import { firstOf } from "../../first-of";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const { actor, shop } = await staffPage(program);
  if (!mayRole(actor.role, "import.run")) notFound();
  const before = firstOf(sought.before);
  const [t, locale, { imports, next }] = await Promise.all([
    getTranslations("imports"),
    getLocale(),
    ask(actor, listImports, before && isUuid(before) ? { before } : {}),
  ]);
  const here = `/m/${program}/members/import`;
  return (
    <div className="max-w-[66rem]">
      <h1 className="text-answer">{t("title")}</h1>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">{t("body")}</p>
      <div className="max-w-[44rem]">
        <FileDrop kind="purchases" />
      </div>
      {imports.length > 0 ? (
        <section className="mt-10">
          <h2 className="text-section mb-3">{t("list.title")}</h2>
          <ImportList imports={imports} here={here} zone={shop.timezone} locale={locale} />
        </section>
      ) : null}
      {before || next ? (
        <Pages
          label={t("pages.label")}
          summary={t("pages.newest")}
          previous={before ? { href: here, label: t("pages.first") } : undefined}
          next={next ? { href: `${here}?before=${next}`, label: t("pages.older") } : undefined}
        />
      ) : null}
    </div>
  );
}
