import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportPage } from "@/components/import/import-page";
import type { ImportStart } from "@/components/import/import-wizard";
import type { Actor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import type { ImportView } from "@/lib/integrations/import/queries/get-import";
import { getImport } from "@/lib/integrations/import/queries/get-import";
import { previewImport } from "@/lib/integrations/import/queries/preview-import";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { isUuid } from "@/lib/kernel/ids";
import { getProgram } from "@/lib/program/queries/get-program";
import { mayRole } from "../../../../areas";
import { orNull } from "../../../../or-null";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function OneImportPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { program, id } = await params;
  const { actor } = await staffPage(program);
  if (!mayRole(actor.role, "import.run") || !isUuid(id)) notFound();
  const locale = await getLocale();
  const [run, rules] = await Promise.all([
    ask(actor, getImport, { id, locale }),
    orNull(ask(actor, getProgram, {})),
  ]);
  if (!run) notFound();
  const start = run.status === "open" ? await startOf(actor, run, locale) : null;
  return <ImportPage first={run} start={start} productTypes={rules?.content.productTypes ?? []} />;
}

/** A file that nobody has looked at yet begins with what its columns seem to mean. */
async function startOf(actor: Actor, run: ImportView, locale: Locale): Promise<ImportStart> {
  const { id, kind } = run;
  const mapping = run.mapping as Record<string, unknown>;
  const preview = (of: typeof kind, by: typeof mapping) =>
    ask(actor, previewImport, { id, kind: of, mapping: by, locale });
  const seen = await preview(kind, mapping);
  if (Object.keys(mapping).length > 0 || seen.header.length === 0) return { kind, mapping, preview: seen };
  const { guess } = seen.seems === kind ? seen : await preview(seen.seems, {});
  return { kind: seen.seems, mapping: guess, preview: await preview(seen.seems, guess) };
}
