import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { VersionTable } from "@/components/program/version-table";
import { Empty } from "@/components/ui/empty";
import { ask } from "@/lib/access/ask";
import { listVersions } from "@/lib/program/queries/list-versions";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules.versions"))("title") };
}

export default async function VersionsPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ session, editor }, t, locale] = await Promise.all([
    editorOf(program),
    getTranslations("rules.versions"),
    getLocale(),
  ]);
  const { actor, shop } = session;
  const versions = await ask(actor, listVersions, {});
  return (
    <>
      <h1 className="text-section mb-4">{t("title")}</h1>
      {versions.length > 0 ? (
        <VersionTable
          versions={versions}
          current={editor.published?.version ?? null}
          here={`/m/${program}/program/versions`}
          zone={shop.timezone}
          locale={locale}
        />
      ) : (
        <Empty title={t("none.title")}>{t("none.body")}</Empty>
      )}
    </>
  );
}
