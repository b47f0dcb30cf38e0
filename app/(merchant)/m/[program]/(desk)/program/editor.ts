import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { programLines, type SayContext } from "@/components/program/program-lines";
import { ask } from "@/lib/access/ask";
import { type StaffSession, staffPage } from "@/lib/access/session";
import { getEditor } from "@/lib/program/queries/get-editor";
import { mayRole } from "../../areas";

/** The program as it is being edited, read once for a page and its layout. */
export const editorOf = cache(async (program: string) => {
  const session = await staffPage(program);
  if (!mayRole(session.actor.role, "program.edit")) notFound();
  const locale = await getLocale();
  const editor = await ask(session.actor, getEditor, { locale });
  const context = await sayContext(session);
  const lines = (said: { content: Parameters<typeof programLines>[0]; sentences: Record<string, string> }) =>
    programLines(said.content, said.sentences, context);
  return {
    session,
    editor,
    context,
    lines: {
      published: editor.published && lines(editor.published),
      edited: lines(editor.edited),
    },
  };
});

/** What a program needs to be said in the reader's words. */
export async function sayContext({ shop }: StaffSession): Promise<SayContext> {
  const [t, expiry, tiers, desk, locale] = await Promise.all([
    getTranslations("rules.says"),
    getTranslations("expiry.says"),
    getTranslations("tiers.says"),
    getTranslations("desk"),
    getLocale(),
  ]);
  return {
    t,
    expiry,
    tiers,
    word: (count) => desk("pointWord", { count }),
    locale,
    currency: shop.currency,
    pointName: shop.pointName,
  };
}
