import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyForm } from "@/components/settings/key-form";
import { KeyList } from "@/components/settings/key-list";
import { ask } from "@/lib/access/ask";
import { listApiKeys } from "@/lib/merchants/queries/list-api-keys";
import { settingsPage } from "../settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sections"))("keys") };
}

export default async function KeysPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await settingsPage(program, "keys.manage");
  const [keys, t, create] = await Promise.all([
    ask(actor, listApiKeys, {}),
    getTranslations("settings.keys"),
    getTranslations("settings.newKey"),
  ]);
  return (
    <div className="max-w-[48rem]">
      <h1 className="text-section mb-1">{t("title")}</h1>
      <p className="mb-5 max-w-prose text-ink-2">{t("body")}</p>
      {keys.length > 0 ? <KeyList keys={keys} /> : <p className="border-t border-line pt-4">{t("none")}</p>}
      <section className="mt-9">
        <h2 className="text-title mb-3">{create("title")}</h2>
        <KeyForm />
      </section>
    </div>
  );
}
