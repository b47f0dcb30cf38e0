import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pointsWords } from "@/components/merchant/points-words";
import { ExistingPoints } from "@/components/program/existing-points";
import { ExpiryForm } from "@/components/program/expiry-form";
import { ask } from "@/lib/access/ask";
import { formatDay, formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import { getExpiryEffect } from "@/lib/points/queries/get-expiry-effect";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("expiry"))("title") };
}

export default async function ExpiryPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ session, editor, lines, context }, t] = await Promise.all([
    editorOf(program),
    getTranslations("expiry"),
  ]);
  const { edited, published } = editor;
  const { expiry, warnings } = edited.content;
  const effect = await ask(session.actor, getExpiryEffect, { expiry, warnings });
  const { locale } = context;
  const isPublished =
    published !== null && JSON.stringify(published.content.expiry) === JSON.stringify(expiry);
  return (
    <div className="max-w-[44rem]">
      <h1 className="text-small text-ink-2">{t("title")}</h1>
      <ExpiryForm
        key={editor.revision}
        content={edited.content}
        revision={editor.revision}
        was={lines.published?.expiry ?? null}
      />
      <ExistingPoints
        effect={effect}
        version={isPublished ? published.version : null}
        points={(count) => pointsWords(count, context)}
        figure={(count) => formatPoints(count, locale)}
        month={(month) => formatDay(`${month}-01`, locale, "monthYear")}
        firstDay={formatDay(effect.firstDay, locale)}
        changeDay={
          effect.change && formatDayOf(new Date(effect.change.at), session.shop.timezone, locale, "full")
        }
      />
    </div>
  );
}
