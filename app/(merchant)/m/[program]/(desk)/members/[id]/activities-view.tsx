import { getTranslations } from "next-intl/server";
import { Activities } from "@/components/members/activities";
import { Pages } from "@/components/ui/pages";
import type { StaffActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { memberActivities } from "@/lib/activities/queries/member-activities";

/** A member's activities, a page at a time. */
export async function ActivitiesView({
  actor,
  id,
  before,
  here,
}: {
  actor: StaffActor;
  id: string;
  before: string | undefined;
  here: string;
}) {
  const t = await getTranslations("members.pages");
  const isInstant = before !== undefined && !Number.isNaN(Date.parse(before));
  const from = isInstant ? { before: new Date(before).toISOString() } : {};
  const { activities, next } = await ask(actor, memberActivities, { member: id, ...from });
  const view = `${here}?view=activities`;
  return (
    <>
      <Activities activities={activities} />
      {next || before ? (
        <Pages
          label={t("label")}
          summary={t("history")}
          previous={before ? { href: view, label: t("first") } : undefined}
          next={next ? { href: `${view}&before=${encodeURIComponent(next)}`, label: t("older") } : undefined}
        />
      ) : null}
    </>
  );
}
