import { getLocale, getTranslations } from "next-intl/server";
import type { Place } from "@/components/members/dated-line";
import { History } from "@/components/members/history";
import { Pages } from "@/components/ui/pages";
import type { StaffActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { memberHistory } from "@/lib/points/queries/member-history";

/** The account of a member's points, in the order of its entries: how the balance came to be. */
export async function PointsView({
  actor,
  id,
  before,
  here,
  place,
}: {
  actor: StaffActor;
  id: string;
  before: string | undefined;
  here: string;
  place: Place;
}) {
  const [t, locale] = await Promise.all([getTranslations("members.pages"), getLocale()]);
  const from = before && /^[1-9]\d{0,8}$/.test(before) ? { before: Number(before) } : {};
  const { entries, next } = await ask(actor, memberHistory, { id, locale, ...from });
  const view = `${here}?view=points`;
  return (
    <>
      <History entries={entries} place={place} />
      {next || before ? (
        <Pages
          label={t("label")}
          summary={t("history")}
          previous={before ? { href: view, label: t("first") } : undefined}
          next={next ? { href: `${view}&before=${next}`, label: t("older") } : undefined}
        />
      ) : null}
    </>
  );
}
