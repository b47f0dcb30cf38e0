"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTyped } from "@/components/merchant/use-typed";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Segmented } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { ownValue } from "@/lib/kernel/own-value";
import type { Program } from "@/lib/program/schemas";
import { Changed } from "./changed";
import type { ProgramLine } from "./diff-lines";
import { expiryLines } from "./expiry-lines";
import { type ExpiryFaults, type ExpiryTyped, readExpiry, typedExpiry } from "./expiry-typed";
import { useSaveDraft } from "./use-save-draft";

const kinds = ["never", "after", "inactivity"] as const;
const ends = ["day", "month", "quarter", "year"] as const;

/** When points expire and who is told: the sentences, and the form that they are made from. */
export function ExpiryForm({
  content,
  revision,
  was,
}: {
  content: Program;
  revision: number;
  /** The published sentences. */
  was: ProgramLine[] | null;
}) {
  const t = useTranslations("expiry.form");
  const wrong = useTranslations("expiry.wrong");
  const form = useTyped<ExpiryTyped>("expiry", () => typedExpiry(content));
  const { typed } = form;
  const draft = useSaveDraft({ revision, form });
  const [faults, setFaults] = useState<ExpiryFaults>({});
  const change = (changes: Partial<ExpiryTyped>) => form.change((before) => ({ ...before, ...changes }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readExpiry(typed, content);
    setFaults(read.faults);
    if (Object.keys(read.faults).length === 0) draft.save(read.program);
  };
  const text = (field: "months" | "days" | "from" | "to", path: string) => {
    const fault = faults[field];
    return {
      label: t(field),
      value: typed[field],
      autoComplete: "off",
      error: fault ? wrong(fault) : draft.fields[path],
      onChange: (event: { currentTarget: { value: string } }) =>
        change({ [field]: event.currentTarget.value }),
    };
  };
  return (
    <section aria-label={t("label")}>
      <Sentences typed={typed} content={content} was={was} />
      <form onSubmit={submit} noValidate className="mt-5 grid gap-7 border-t border-line pt-4">
        <TypedBefore form={form} />
        <FieldGroup legend={t("kind")} hint={t("existing")}>
          <Segmented
            name="kind"
            value={[typed.kind]}
            options={kinds.map((kind) => ({ value: kind, label: t(`kindIs.${kind}`) }))}
            onChange={(kind) => change({ kind: kinds.find((one) => one === kind) ?? "never" })}
          />
        </FieldGroup>
        {typed.kind === "never" ? null : (
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              {...text("months", "expiry.months")}
              inputMode="numeric"
              hint={typed.kind === "inactivity" ? t("inactivityHint") : undefined}
            />
            {typed.kind === "after" ? (
              <SelectField
                label={t("endOf")}
                value={typed.endOf}
                options={ends.map((end) => ({ value: end, label: t(`endOfIs.${end}`) }))}
                onChange={({ currentTarget: { value } }) =>
                  change({ endOf: ends.find((end) => end === value) ?? "day" })
                }
              />
            ) : null}
            {content.tiers.length > 0 ? (
              <FieldGroup legend={t("longer")} hint={t("longerHint")} className="sm:col-span-2">
                <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
                  {content.tiers.map(({ key, name }) => {
                    const fault = faults[`longer.${key}`];
                    return (
                      <TextField
                        key={key}
                        label={name}
                        value={ownValue(typed.longer, key) ?? ""}
                        inputMode="numeric"
                        autoComplete="off"
                        error={fault && wrong(fault)}
                        onChange={(event) =>
                          change({ longer: { ...typed.longer, [key]: event.currentTarget.value } })
                        }
                      />
                    );
                  })}
                </div>
              </FieldGroup>
            ) : null}
          </div>
        )}
        <Part title={t("warnings")}>
          <TextField
            {...text("days", "warnings.days")}
            hint={t("daysHint")}
            className="sm:col-span-2"
            inputMode="text"
          />
          <Checkbox
            label={t("quiet")}
            checked={typed.quiet}
            onChange={(event) => change({ quiet: event.currentTarget.checked })}
            className="sm:col-span-2"
          />
          {typed.quiet ? (
            <>
              <TextField {...text("from", "mail.quietHours.from")} inputMode="text" />
              <TextField {...text("to", "mail.quietHours.to")} inputMode="text" />
            </>
          ) : null}
        </Part>
        <div className="grid justify-items-start gap-4">
          <FormErrors title={draft.error} />
          <Button type="submit" variant="main" pending={draft.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** What the fields say, what is new marked; a field that cannot be read yet leaves the sentences as they were. */
function Sentences({
  typed,
  content,
  was,
}: {
  typed: ExpiryTyped;
  content: Program;
  was: ProgramLine[] | null;
}) {
  const say = useTranslations("expiry.says");
  const { locale, name } = useWords();
  const read = readExpiry(typed, content);
  const program = Object.keys(read.faults).length === 0 ? read.program : content;
  const before = new Map(was?.map((line) => [line.key, line.text]));
  const [first, ...others] = expiryLines(program, say, name, locale);
  const changed = (line: ProgramLine) =>
    was ? <Changed before={before.get(line.key) ?? null} after={line.text} /> : line.text;
  return (
    <div aria-live="polite" className="mt-2 max-w-[36rem]">
      {first ? <p className="text-section text-balance">{changed(first)}</p> : null}
      {others.map((line) => (
        <p key={line.key} className="mt-2 text-title">
          {changed(line)}
        </p>
      ))}
    </div>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-4">
      <legend className="text-title float-left mb-3 w-full">{title}</legend>
      <div className="clear-both grid items-start gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
