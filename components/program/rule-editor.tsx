"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTyped } from "@/components/merchant/use-typed";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { Segmented } from "@/components/ui/segmented";
import type { Program, Rule } from "@/lib/program/schemas";
import { Changed } from "./changed";
import { RemoveRule } from "./remove-rule";
import { RuleExample } from "./rule-example";
import { RuleFields } from "./rule-fields";
import {
  keyFor,
  newRule,
  type RuleFaults,
  type RuleKind,
  type RuleTyped,
  readRule,
  typedRule,
} from "./rule-form";
import { useSaveDraft } from "./use-save-draft";
import { useSentence } from "./use-sentence";

const kinds: RuleKind[] = ["rate", "multiplier", "bonus"];

/** One rule: its sentence, and the form that the sentence is made from. */
export function RuleEditor({
  content,
  revision,
  rule,
  was,
  published,
  takenKeys,
  channels,
}: {
  /** The whole program as it is edited: it is saved with this rule in it. */
  content: Program;
  revision: number;
  /** Absent: a new one. */
  rule: Rule | null;
  /** The rule's published sentence. */
  was: string | null;
  /** The rule as it is published, and by which version. */
  published: { rule: Rule; version: number } | null;
  takenKeys: string[];
  /** Where this shop sells. */
  channels: readonly string[];
}) {
  const t = useTranslations("rules.editor");
  const { slug, currency } = useShop();
  const locale = useLocale();
  const router = useRouter();
  const form = useTyped<RuleTyped>(`rule ${rule?.key ?? ""}`, () =>
    rule ? typedRule(rule, { currency, locale }) : newRule,
  );
  const { typed } = form;
  const [faults, setFaults] = useState<RuleFaults>({});
  const key = rule?.key ?? keyFor(typed.name, takenKeys);
  const read = readRule(typed.name.trim() === "" ? { ...typed, name: "-" } : typed, key, {
    currency,
    locale,
  });
  const sentence = useSentence(read.ok ? read.rule : null, content);
  const at = rule
    ? content.earning.rules.findIndex((one) => one.key === rule.key)
    : content.earning.rules.length;
  const path = `earning.rules.${at}.`;
  const rules = `/m/${slug}/program/rules`;
  const draft = useSaveDraft({
    revision,
    form,
    beside: [`content.${path}name`],
    onDone: () => {
      if (!rule) router.replace(`${rules}?rule=${encodeURIComponent(key)}`);
    },
  });
  const removal = useSaveDraft({
    revision,
    form,
    onDone: () => router.replace(rules, { scroll: false }),
  });
  const change = (changes: Partial<RuleTyped>) => {
    form.change((before) => ({ ...before, ...changes }));
    setFaults((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !touches(field, changes))),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ready = readRule(typed, key, { currency, locale });
    setFaults(ready.ok ? {} : ready.faults);
    if (!ready.ok) return;
    const list = content.earning.rules.toSpliced(at, rule ? 1 : 0, ready.rule);
    draft.save({ ...content, earning: { ...content.earning, rules: list } });
  };
  return (
    <section aria-label={t("label")}>
      <p className="text-section min-h-8 max-w-[21em] text-balance" aria-live="polite">
        {sentence ? <Changed before={was ?? (rule ? null : sentence)} after={sentence} /> : t("unsaid")}
      </p>
      {read.ok ? <RuleExample rule={read.rule} revision={revision} /> : null}
      <form onSubmit={submit} noValidate className="mt-4 grid gap-4 border-t border-line pt-4">
        <TypedBefore form={form} />
        {rule ? null : (
          <Segmented
            name="kind"
            value={[typed.kind]}
            options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind) => change({ kind: kind as RuleKind })}
          />
        )}
        <RuleFields
          typed={typed}
          faults={faults}
          refusals={Object.fromEntries(
            Object.entries(draft.fields).map(([field, text]) => [
              field.startsWith(path) ? field.slice(path.length) : field,
              text,
            ]),
          )}
          content={content}
          channels={channels}
          before={
            published && {
              typed: typedRule(published.rule, { currency, locale }),
              version: published.version,
            }
          }
          onChange={change}
        />
        <FormErrors title={draft.error} />
        <div className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" variant="main" pending={draft.isPending}>
            {t(rule ? "save" : "add")}
          </Button>
          <ButtonLink href={rules} scroll={false}>
            {t("close")}
          </ButtonLink>
          <span className="grow" />
          {rule ? (
            <RemoveRule
              sentence={sentence ?? rule.name}
              wasPublished={was !== null}
              act={{
                ...removal,
                run: () =>
                  removal.save({
                    ...content,
                    earning: { ...content.earning, rules: content.earning.rules.toSpliced(at, 1) },
                  }),
              }}
            />
          ) : null}
        </div>
      </form>
    </section>
  );
}

const touches = (field: string, changes: Partial<RuleTyped>): boolean =>
  field in changes || (field.startsWith("caps.") && "caps" in changes);
