import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "@/app/words";
import { MerchantArea } from "@/components/layout/merchant-shell";
import { DraftBar } from "@/components/program/draft-bar";
import { DraftSeen } from "@/components/program/draft-seen";
import { programChanges } from "@/components/program/program-changes";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { mayRole } from "../../areas";
import { editorOf } from "./editor";

export default async function ProgramLayout({
  params,
  children,
}: {
  params: Promise<{ program: string }>;
  children: ReactNode;
}) {
  const { program } = await params;
  const [{ session, editor, lines, context }, t] = await Promise.all([
    editorOf(program),
    getTranslations("rules.sections"),
  ]);
  const { draft, published } = editor;
  const page = (name: string) => `/m/${program}/program/${name}`;
  return (
    <Words of={["activities", "desk", "rules", "rewards", "expiry", "simulator", "tiers"]}>
      <MerchantArea
        sections={[
          [
            { href: page("rules"), label: t("rules") },
            { href: page("product-types"), label: t("productTypes") },
            { href: page("tiers"), label: t("tiers") },
            { href: page("activities"), label: t("activities") },
            { href: page("rewards"), label: t("rewards") },
            { href: page("expiry"), label: t("expiry") },
            { href: page("settings"), label: t("settings") },
          ],
          [
            { href: page("sheet"), label: t("sheet") },
            { href: page("simulator"), label: t("simulator") },
            { href: page("versions"), label: t("versions") },
          ],
        ]}
      >
        {draft ? (
          <DraftBar
            slug={program}
            revision={editor.revision}
            changes={programChanges(lines.published, lines.edited).reduce(
              (sum, part) => sum + part.changes.length,
              0,
            )}
            published={
              published && {
                version: published.version,
                day: formatDayOf(
                  new Date(published.publishedAt),
                  session.shop.timezone,
                  context.locale,
                  "full",
                ),
              }
            }
            outdated={draft.basedOn !== (published?.version ?? 0)}
            mayPublish={mayRole(session.actor.role, "program.publish")}
          />
        ) : null}
        <DraftSeen lines={lines.edited} revision={editor.revision}>
          {children}
        </DraftSeen>
      </MerchantArea>
    </Words>
  );
}
