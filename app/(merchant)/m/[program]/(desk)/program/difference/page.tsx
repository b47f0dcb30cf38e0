import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Difference } from "@/components/program/difference";
import { programChanges } from "@/components/program/program-changes";
import { TextLink } from "@/components/ui/text-link";
import { editorOf } from "../editor";
import { Rehearsed } from "../rehearsed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules.difference"))("name") };
}

/** What the draft would change, against what is published. */
export default async function DifferencePage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ session, editor, lines }, t, sections] = await Promise.all([
    editorOf(program),
    getTranslations("rules.difference"),
    getTranslations("rules.sections"),
  ]);
  const changes = programChanges(lines.published, lines.edited);
  return (
    <>
      <div className="max-w-[56rem]">
        <h1 className="text-section">
          {editor.published
            ? t(changes.length === 0 ? "inForce" : "title", { version: editor.published.version })
            : t(changes.length === 0 ? "none" : "first")}
        </h1>
        {changes.length === 0 ? (
          <p className="mt-4 flex gap-6">
            {(["rules", "versions"] as const).map((section) => (
              <TextLink key={section} href={`/m/${program}/program/${section}`}>
                {sections(section)}
              </TextLink>
            ))}
          </p>
        ) : (
          <div className="mt-4">
            <Difference changes={changes} />
          </div>
        )}
      </div>
      {changes.length > 0 ? (
        <Suspense>
          <Rehearsed session={session} />
        </Suspense>
      ) : null}
    </>
  );
}
