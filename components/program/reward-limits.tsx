"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { LimitPeriod } from "@/lib/rewards/schemas";
import type { RewardTyped } from "./reward-form";

const periods: LimitPeriod[] = ["day", "week", "month", "year", "ever"];

/** At most so many a period, for each member; one limit a period. */
export function RewardLimits({
  limits,
  errorOf,
  onChange,
}: {
  limits: RewardTyped["limits"];
  errorOf: (index: number) => string | undefined;
  onChange: (limits: RewardTyped["limits"]) => void;
}) {
  const t = useTranslations("rewards");
  const free = periods.filter((period) => !limits.some((limit) => limit.per === period));
  const [next] = free;
  return (
    <FieldGroup legend={t("field.limits")} hint={limits.length === 0 ? t("hint.limits") : undefined}>
      <ul className="grid gap-2">
        {limits.map((limit, index) => (
          <li key={limit.per} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
            <TextField
              label={t("limit.count")}
              labelHidden
              inputMode="numeric"
              autoComplete="off"
              after={t("limit.unit")}
              value={limit.count}
              error={errorOf(index)}
              onChange={(event) =>
                onChange(limits.with(index, { ...limit, count: event.currentTarget.value }))
              }
            />
            <SelectField
              label={t("limit.period")}
              labelHidden
              value={limit.per}
              options={periods.map((per) => ({
                value: per,
                label: t(`per.${per}`),
                disabled: per !== limit.per && !free.includes(per),
              }))}
              onChange={(event) =>
                onChange(limits.with(index, { ...limit, per: event.currentTarget.value as LimitPeriod }))
              }
            />
            <Button
              variant="bare"
              aria-label={t("limit.remove", { period: t(`per.${limit.per}`) })}
              onClick={() => onChange(limits.toSpliced(index, 1))}
            >
              <Icon of={X} />
            </Button>
          </li>
        ))}
      </ul>
      {next ? (
        <Button
          variant="bare"
          size="s"
          icon={Plus}
          className="mt-1 -ml-2"
          onClick={() => onChange([...limits, { per: next, count: "" }])}
        >
          {t("limit.add")}
        </Button>
      ) : null}
    </FieldGroup>
  );
}
