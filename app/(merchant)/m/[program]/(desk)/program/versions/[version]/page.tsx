import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Difference } from "@/components/program/difference";
import { programChanges } from "@/components/program/program-changes";
import { programLines } from "@/components/program/program-lines";
import { ProgramRead } from "@/components/program/program-read";
import { RestoreVersion } from "@/components/program/restore-version";
import { ask } from "@/lib/access/ask";
import { formatDayOf, formatTime } from "@/lib/kernel/i18n/day-words";
import { getVersion } from "@/lib/program/queries/get-editor";
import { orNull } from "../../../../or-null";
import { editorOf } from "../../editor";

interface Props {
  params: Promise<{ program: string; version: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await params;
  return { title: (await getTranslations("rules.versions"))("version", { version: Number(version) || 0 }) };
}

/** One published version: what it says, what it changed, and the way back to it. */
export default async function VersionPage({ params }: Props) {
  const { program, version } = await params;
  const number = /^[1-9]\d{0,6}$/.test(version) ? Number(version) : notFound();
  const [{ session, editor, context }, t] = await Promise.all([
    editorOf(program),
    getTranslations("rules.versions"),
  ]);
  const { locale } = context;
  const reader = locale === "tr" ? "tr" : "en";
  const read = async (one: number) =>
    one < 1 ? null : orNull(ask(session.actor, getVersion, { version: one, locale: reader }), "not_found");
  const [said, before] = await Promise.all([read(number), read(number - 1)]);
  if (!said) notFound();
  const lines = programLines(said.content, said.sentences, context);
  const changes = before
    ? programChanges(programLines(before.content, before.sentences, context), lines)
    : [];
  const at = new Date(said.publishedAt);
  const { timezone } = session.shop;
  return (
    <div className="max-w-[56rem]">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-section">{t("version", { version: number })}</h1>
        {editor.published && editor.published.version !== number ? (
          <RestoreVersion version={number} content={said.content} revision={editor.revision} />
        ) : null}
      </div>
      <p className="mt-1 text-ink-2">
        {t("publishedBy", {
          day: formatDayOf(at, timezone, locale, "full"),
          time: formatTime(at, timezone, locale),
          name: said.publishedBy ?? t("system"),
        })}
      </p>
      {said.note ? <p className="mt-1 wrap-break-word">{said.note}</p> : null}
      {changes.length > 0 ? (
        <section className="mt-7">
          <h2 className="text-title mb-3">{t("changed")}</h2>
          <Difference changes={changes} />
        </section>
      ) : null}
      <section className="mt-7">
        <h2 className="text-title mb-3">{t("says")}</h2>
        <ProgramRead lines={lines} />
      </section>
    </div>
  );
}
