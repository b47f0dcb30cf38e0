import { useLocale, useTranslations } from "next-intl";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";

interface Row {
  since: string;
  tier: string | null;
  reason: string | null;
  note: string | null;
  by: string | null;
}

const known = [
  "enrolled",
  "edited",
  "locked",
  "unlocked",
  "merged",
  "reached",
  "lapsed",
  "refunded",
  "program",
] as const;

/** Which tier a member had since when, and what it came by. */
export function TierHistory({
  rows,
  tiers,
  zone,
}: {
  rows: Row[];
  tiers: { key: string; name: string }[];
  zone: string;
}) {
  const t = useTranslations("members.tierView");
  const locale = useLocale();
  return (
    <ol className="border-t border-ink">
      {rows.map((row) => {
        const reason = known.find((one) => one === row.reason) ?? "other";
        const day = formatDayOf(new Date(row.since), zone, locale, "full");
        const name = tiers.find((tier) => tier.key === row.tier)?.name ?? row.tier;
        return (
          <li key={row.since} className="border-b border-line py-2.5">
            <p className="font-strong">{name ? t("since", { tier: name, day }) : t("noTier", { day })}</p>
            <p className="text-ink-2">
              {[t(`reason.${reason}`), row.note, row.by ? t("byPerson", { name: row.by }) : null]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
