import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/form-errors";
import { DiscardDraft } from "./discard-draft";
import { PublishDraft } from "./publish-draft";

/** Above every page of the program while something is being changed: how much, what holds meanwhile, and the ways on. */
export function DraftBar({
  slug,
  revision,
  changes,
  published,
  outdated,
  mayPublish,
}: {
  slug: string;
  revision: number;
  /** How many sentences differ. */
  changes: number;
  published: { version: number; day: string } | null;
  /** Somebody published since the draft was begun. */
  outdated: boolean;
  mayPublish: boolean;
}) {
  const t = useTranslations("rules.draft");
  return (
    <div className="mb-5 print:hidden">
      <Notice
        actions={
          <>
            {changes > 0 ? (
              <ButtonLink size="s" href={`/m/${slug}/program/difference`}>
                {t("difference")}
              </ButtonLink>
            ) : null}
            <DiscardDraft revision={revision} />
            {mayPublish && changes > 0 && !outdated ? (
              <PublishDraft revision={revision} next={(published?.version ?? 0) + 1} />
            ) : null}
          </>
        }
      >
        <b>{t("changes", { count: changes })}</b>{" "}
        <span className="text-ink-2">
          {[
            published ? t("meanwhile", published) : t("nothingYet"),
            outdated ? t("outdated") : null,
            mayPublish ? null : t("ownerPublishes"),
          ]
            .filter(Boolean)
            .join(" ")}
        </span>
      </Notice>
    </div>
  );
}
