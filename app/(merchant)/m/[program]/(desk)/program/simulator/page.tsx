import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Simulator } from "@/components/program/simulator";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { systemNow } from "@/lib/kernel/clock";
import { localText } from "@/lib/kernel/local-instant";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("simulator"))("title") };
}

export default async function SimulatorPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ session, editor }, t] = await Promise.all([editorOf(program), getTranslations("simulator")]);
  const { productTypes, tiers } = editor.edited.content;
  return (
    <>
      <h1 className="text-section">{t("title")}</h1>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">{t("body")}</p>
      {productTypes.length > 0 ? (
        <Simulator
          productTypes={productTypes.map(({ key, name }) => ({ key, name }))}
          tiers={tiers}
          now={localText(systemNow(), session.shop.timezone)}
          published={editor.published?.version ?? null}
          hasDraft={editor.draft !== null}
        />
      ) : (
        <Empty
          title={t("empty.title")}
          action={
            <ButtonLink href={`/m/${program}/program/product-types`} variant="main">
              {t("empty.action")}
            </ButtonLink>
          }
        >
          {t("empty.body")}
        </Empty>
      )}
    </>
  );
}
