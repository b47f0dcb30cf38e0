import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExpiryForm } from "@/components/program/expiry-form";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("expiry"))("title") };
}

export default async function ExpiryPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ editor, lines }, t] = await Promise.all([editorOf(program), getTranslations("expiry")]);
  return (
    <div className="max-w-[44rem]">
      <h1 className="text-small text-ink-2">{t("title")}</h1>
      <ExpiryForm
        key={editor.revision}
        content={editor.edited.content}
        revision={editor.revision}
        was={lines.published?.expiry ?? null}
      />
    </div>
  );
}
