import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { KeptBaskets } from "@/components/program/kept-baskets";
import { Simulator } from "@/components/program/simulator";
import { ask } from "@/lib/access/ask";
import { listChannels } from "@/lib/earning/queries/list-channels";
import { runBaskets } from "@/lib/earning/queries/run-baskets";
import { systemNow } from "@/lib/kernel/clock";
import { localText } from "@/lib/kernel/local-instant";
import { soldTypes } from "../../../sold-types";
import { firstOf } from "../../first-of";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("simulator"))("title") };
}

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SimulatorPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const [{ session, editor }, t, desk] = await Promise.all([
    editorOf(program),
    getTranslations("simulator"),
    getTranslations("desk"),
  ]);
  const { content } = editor.edited;
  const [baskets, channels] = await Promise.all([
    ask(session.actor, runBaskets, { locale: await getLocale() }),
    ask(session.actor, listChannels, {}),
  ]);
  const kept = baskets.find(({ id }) => id === firstOf(sought.basket));
  const named = {
    productTypes: soldTypes(content, desk("everything")).map(({ key, name }) => ({ key, name })),
    tiers: content.tiers,
  };
  return (
    <>
      <h1 className="text-section">{t("title")}</h1>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">{t("body")}</p>
      <Simulator
        key={kept?.id}
        {...named}
        now={localText(systemNow(), session.shop.timezone)}
        published={editor.published?.version ?? null}
        hasDraft={editor.draft !== null}
        channels={channels}
        basket={kept?.id ?? null}
        kept={kept?.basket ?? null}
      />
      <KeptBaskets baskets={baskets} hasDraft={editor.draft !== null} named={named} />
    </>
  );
}
