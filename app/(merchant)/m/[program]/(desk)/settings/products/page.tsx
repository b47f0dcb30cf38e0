import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PriceListForm } from "@/components/products/price-list-form";
import { ask } from "@/lib/access/ask";
import { getPriceList } from "@/lib/products/queries/get-price-list";
import { getProgram } from "@/lib/program/queries/get-program";
import { orNull } from "../../../or-null";
import { soldTypes } from "../../../sold-types";
import { settingsPage } from "../settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sections"))("products") };
}

export default async function ProductsPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await settingsPage(program, "products.edit");
  const [list, rules, t, desk] = await Promise.all([
    ask(actor, getPriceList, {}),
    orNull(ask(actor, getProgram, {})),
    getTranslations("products"),
    getTranslations("desk"),
  ]);
  return (
    <div className="max-w-[60rem]">
      <h1 className="text-section">{t("title")}</h1>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">{t("body")}</p>
      <PriceListForm
        products={list.products}
        revision={list.revision}
        productTypes={soldTypes(rules?.content ?? { productTypes: [] }, desk("everything"))}
      />
    </div>
  );
}
