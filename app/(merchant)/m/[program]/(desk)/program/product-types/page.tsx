import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProductTypesForm } from "@/components/program/product-types-form";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules.productTypes"))("title") };
}

export default async function Page({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ editor }, t] = await Promise.all([editorOf(program), getTranslations("rules.productTypes")]);
  return (
    <div className="max-w-[44rem]">
      <h1 className="text-section">{t("title")}</h1>
      <p className="mt-1 mb-5 max-w-prose text-ink-2">{t("body")}</p>
      <ProductTypesForm key={editor.revision} content={editor.edited.content} revision={editor.revision} />
    </div>
  );
}
