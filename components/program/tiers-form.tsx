"use client";

import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTyped } from "@/components/merchant/use-typed";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import type { Program } from "@/lib/program/schemas";
import { Changed } from "./changed";
import type { ProgramLine } from "./diff-lines";
import { movedInList } from "./moved-in-list";
import { QualificationFields } from "./qualification-fields";
import { TierFields } from "./tier-fields";
import { tierLines } from "./tier-lines";
import { type LadderFaults, type LadderTyped, newTier, readLadder, typedLadder } from "./tiers-typed";
import { useSaveDraft } from "./use-save-draft";

/** The steps that regulars climb, the lowest first: the sentences, and the form that they are made from. */
export function TiersForm({
  content,
  revision,
  was,
}: {
  content: Program;
  revision: number;
  /** The published sentences. */
  was: ProgramLine[] | null;
}) {
  const t = useTranslations("tiers.form");
  const wrong = useTranslations("tiers.wrong");
  const { currency } = useShop();
  const place = { currency, locale: useLocale() };
  const form = useTyped<LadderTyped>("tiers", () => typedLadder(content, place));
  const { typed } = form;
  const [faults, setFaults] = useState<LadderFaults>({});
  const draft = useSaveDraft({ revision, form });
  const change = (changes: Partial<LadderTyped>) => form.change((before) => ({ ...before, ...changes }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readLadder(typed, content, place);
    setFaults(read.faults);
    if (Object.keys(read.faults).length === 0) draft.save(read.program);
  };
  const errorOf = (field: string, path: string): string | undefined => {
    const fault = faults[field];
    return fault ? wrong(fault) : draft.fields[path];
  };
  const { tiers } = typed;
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      <Sentences typed={typed} content={content} was={was} />
      <form onSubmit={submit} noValidate aria-label={t("label")} className="grid content-start gap-6">
        <TypedBefore form={form} />
        {tiers.map((tier, index) => (
          <TierFields
            key={tier.no}
            typed={tier}
            rank={index + 1}
            last={index === tiers.length - 1}
            currency={currency}
            rewards={content.rewards.filter(
              ({ price }) => price.kind === "granted" && price.on.includes("tier"),
            )}
            errorOf={(field) =>
              errorOf(
                `${tier.no}.${field}`,
                field === "name" || field === "benefits"
                  ? `tiers.${index}.${field}`
                  : `tiers.${index}.needs.${field}`,
              )
            }
            onChange={(changes) => change({ tiers: tiers.with(index, { ...tier, ...changes }) })}
            onMove={(by) => change({ tiers: movedInList(tiers, index, by) })}
            onRemove={() => change({ tiers: tiers.toSpliced(index, 1) })}
          />
        ))}
        <div>
          <Button
            icon={Plus}
            onClick={() =>
              change({ tiers: [...tiers, newTier(Math.max(-1, ...tiers.map(({ no }) => no)) + 1)] })
            }
          >
            {t("add")}
          </Button>
        </div>
        {tiers.length > 0 ? (
          <QualificationFields
            typed={typed}
            errorOf={(field) =>
              errorOf(field, field === "months" ? "qualification.window.months" : `qualification.${field}`)
            }
            onChange={change}
          />
        ) : null}
        <div className="grid justify-items-start gap-4">
          <FormErrors title={draft.error} />
          <Button type="submit" variant="main" pending={draft.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** What the fields say, what is new marked; a field that cannot be read yet leaves the sentences as they were. */
function Sentences({
  typed,
  content,
  was,
}: {
  typed: LadderTyped;
  content: Program;
  was: ProgramLine[] | null;
}) {
  const t = useTranslations("tiers");
  const says = useTranslations("tiers.says");
  const { currency } = useShop();
  const { locale, points, money } = useWords();
  const read = readLadder(typed, content, { currency, locale });
  const program = Object.keys(read.faults).length === 0 ? read.program : content;
  const lines = tierLines(program, {
    t: says,
    locale,
    points,
    money: (amount) => money(amount, { trim: true }),
  });
  const before = new Map(was?.map((line) => [line.key, line.text]));
  if (lines.length === 0) return <p className="text-section">{t("empty")}</p>;
  const tierKeys = new Set(program.tiers.map(({ key }) => key));
  return (
    <div aria-live="polite" className="self-start xl:sticky xl:top-6">
      {lines.map((line) => (
        <p
          key={line.key}
          className={tierKeys.has(line.key) ? "text-section mb-3 text-balance" : "text-title mb-2"}
        >
          {was ? <Changed before={before.get(line.key) ?? null} after={line.text} /> : line.text}
        </p>
      ))}
    </div>
  );
}
