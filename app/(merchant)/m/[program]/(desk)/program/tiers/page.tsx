import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TiersForm } from "@/components/program/tiers-form";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tiers"))("title") };
}

export default async function Page({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ editor, lines }, t] = await Promise.all([editorOf(program), getTranslations("tiers")]);
  return (
    <div>
      <h1 className="text-section">{t("title")}</h1>
      <p className="mt-1 mb-5 max-w-prose text-ink-2">{t("body")}</p>
      <TiersForm
        key={editor.revision}
        content={editor.edited.content}
        revision={editor.revision}
        was={lines.published?.tiers ?? null}
      />
    </div>
  );
}
