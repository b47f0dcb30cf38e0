"use client";

import { useTranslations } from "next-intl";
import type { Program } from "@/lib/program/schemas";
import type { Tier } from "@/lib/tiers/schemas";
import { NamedListForm } from "./named-list-form";
import { useSaveDraft } from "./use-save-draft";

/** The steps that regulars climb, the lowest first. */
export function TiersForm({ content, revision }: { content: Program; revision: number }) {
  const t = useTranslations("rules.tiers");
  const draft = useSaveDraft({ revision });
  return (
    <NamedListForm
      items={content.tiers}
      make={(): Omit<Tier, "key"> => ({ name: "" })}
      ordered
      words={{ name: (number) => t("name", { number }), add: t("add") }}
      pending={draft.isPending}
      error={draft.error}
      errorOf={(index) => draft.fields[`tiers.${index}.name`] ?? draft.fields[`tiers.${index}.key`]}
      onSave={(tiers) => draft.save({ ...content, tiers })}
    />
  );
}
