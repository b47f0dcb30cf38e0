import type { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { clockWords } from "@/lib/kernel/i18n/day-words";
import type { Program } from "@/lib/program/schemas";
import type { ProgramLine } from "./diff-lines";

type Say = ReturnType<typeof useTranslations<"expiry.says">>;

/** When points expire, in the words that manager and customer both read. */
export function validityLines(
  { expiry, tiers }: Pick<Program, "expiry" | "tiers">,
  t: Say,
  { many: word, Many: Word }: Pick<PointsName, "many" | "Many">,
): ProgramLine[] {
  if (expiry.kind === "never") return [{ key: "expiry", text: t("never", { Word }) }];
  const { months, longer = [] } = expiry;
  return [
    {
      key: "expiry",
      text:
        expiry.kind === "inactivity"
          ? t("inactivity", { months, word })
          : t(`after.${expiry.endOf ?? "day"}`, { months, Word }),
    },
    ...longer.map(({ tier, months: more }) => ({
      key: `longer ${tier}`,
      text: t("longer", { tier: tiers.find((one) => one.key === tier)?.name ?? tier, months: more }),
    })),
  ];
}

/** The same, with who is told before, and when mail is not sent. */
export function expiryLines(program: Program, t: Say, name: PointsName, locale: string): ProgramLine[] {
  const { quietHours } = program.mail;
  return [
    ...validityLines(program, t, name),
    ...(program.expiry.kind === "never" ? [] : [{ key: "warned", text: warnedText(program, t, locale) }]),
    {
      key: "quiet",
      text: quietHours
        ? t("quiet", { from: clockWords(quietHours.from), to: clockWords(quietHours.to) })
        : t("quietNever"),
    },
  ];
}

function warnedText({ warnings }: Program, t: Say, locale: string): string {
  const days = warnings.days.toSorted((a, b) => b - a).map((count) => t("day", { days: count }));
  if (days.length === 0) return t("warnedNever");
  return t("warned", { days: new Intl.ListFormat(locale, { type: "conjunction" }).format(days) });
}
