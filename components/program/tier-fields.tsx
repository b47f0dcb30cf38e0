import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { Reward } from "@/lib/rewards/schemas";
import { ListStep } from "./list-step";
import { needNames, type TierTyped } from "./tiers-typed";

interface Props {
  typed: TierTyped;
  /** From 1. */
  rank: number;
  last: boolean;
  currency: string;
  /** Rewards that can come with a tier. */
  rewards: readonly Reward[];
  errorOf: (field: string) => string | undefined;
  onChange: (changes: Partial<TierTyped>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One step of the ladder: its name, what reaches it, what it brings. */
export function TierFields({
  typed,
  rank,
  last,
  currency,
  rewards,
  errorOf,
  onChange,
  onMove,
  onRemove,
}: Props) {
  const t = useTranslations("tiers.form");
  const name = typed.name.trim() || t("tier", { number: rank });
  return (
    <fieldset className="grid min-w-0 gap-4 border-t border-line pt-4">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-end gap-1">
        <TextField
          label={`${t("tier", { number: rank })}: ${t("name")}`}
          value={typed.name}
          maxLength={80}
          autoComplete="off"
          autoFocus={typed.key === undefined}
          error={errorOf("name")}
          className="min-w-0 grow"
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <ListStep icon={ArrowUp} label={t("up", { name })} off={rank === 1} act={() => onMove(-1)} />
        <ListStep icon={ArrowDown} label={t("down", { name })} off={last} act={() => onMove(1)} />
        <ListStep icon={X} label={t("remove", { name })} act={onRemove} />
      </div>
      <FieldGroup legend={t("needs")} hint={t("needsHint")}>
        <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-4">
          {needNames.map((need) => (
            <TextField
              key={need}
              label={t(`need.${need}`)}
              value={typed[need]}
              inputMode={need === "spend" ? "decimal" : "numeric"}
              autoComplete="off"
              after={need === "spend" ? currency : undefined}
              error={errorOf(need)}
              onChange={(event) => onChange({ [need]: event.currentTarget.value })}
            />
          ))}
        </div>
      </FieldGroup>
      <TextareaField
        label={t("benefits")}
        hint={t("benefitsHint")}
        value={typed.benefits}
        rows={2}
        error={errorOf("benefits")}
        onChange={(event) => onChange({ benefits: event.currentTarget.value })}
      />
      {rewards.length > 0 ? (
        <FieldGroup legend={t("rewards")} hint={t("rewardsHint")}>
          {rewards.map((reward) => (
            <Checkbox
              key={reward.key}
              label={reward.name}
              checked={typed.rewards.includes(reward.key)}
              onChange={(event) =>
                onChange({
                  rewards: event.currentTarget.checked
                    ? [...typed.rewards, reward.key]
                    : typed.rewards.filter((key) => key !== reward.key),
                })
              }
            />
          ))}
        </FieldGroup>
      ) : null}
    </fieldset>
  );
}
