"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTyped } from "@/components/merchant/use-typed";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import type { ActivityType, Program } from "@/lib/program/schemas";
import { ActivityFields } from "./activity-fields";
import {
  type ActivityFaults,
  type ActivityTyped,
  newActivity,
  readActivity,
  typedActivity,
} from "./activity-form";
import { Changed } from "./changed";
import { RemoveRule } from "./remove-rule";
import { keyFor } from "./rule-form";
import { useActivitySentence } from "./use-activity-sentence";
import { useSaveDraft } from "./use-save-draft";

/** One activity: its sentence, and the form that the sentence is made from. */
export function ActivityEditor({
  content,
  revision,
  type,
  was,
  takenKeys,
}: {
  /** The whole program as it is edited: it is saved with this activity in it. */
  content: Program;
  revision: number;
  /** Absent: a new one. */
  type: ActivityType | null;
  /** Its published sentence. */
  was: string | null;
  takenKeys: string[];
}) {
  const t = useTranslations("activities.editor");
  const { slug } = useShop();
  const router = useRouter();
  const form = useTyped<ActivityTyped>(`activity ${type?.key ?? ""}`, () =>
    type ? typedActivity(type) : newActivity(),
  );
  const { typed } = form;
  const [faults, setFaults] = useState<ActivityFaults>({});
  const key = type?.key ?? keyFor(typed.name, takenKeys);
  const named = typed.name.trim() === "" ? { ...typed, name: "-" } : typed;
  const read = readActivity(named, key);
  const sentence = useActivitySentence(read.ok ? read.type : null);
  const at = type ? content.activities.findIndex((one) => one.key === type.key) : content.activities.length;
  const path = `activities.${at}.`;
  const list = `/m/${slug}/program/activities`;
  const draft = useSaveDraft({
    revision,
    form,
    beside: [`content.${path}name`],
    onDone: () => {
      if (!type) router.replace(`${list}?activity=${encodeURIComponent(key)}`);
    },
  });
  const removal = useSaveDraft({
    revision,
    form,
    onDone: () => router.replace(list, { scroll: false }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ready = readActivity(typed, key);
    setFaults(ready.ok ? {} : ready.faults);
    if (ready.ok)
      draft.save({ ...content, activities: content.activities.toSpliced(at, type ? 1 : 0, ready.type) });
  };
  return (
    <section aria-label={t("label")}>
      <p className="text-section min-h-8 max-w-[21em] text-balance" aria-live="polite">
        {sentence ? <Changed before={was ?? (type ? null : sentence)} after={sentence} /> : t("unsaid")}
      </p>
      <form onSubmit={submit} noValidate className="mt-4 grid gap-4 border-t border-line pt-4">
        <TypedBefore form={form} />
        <ActivityFields
          typed={typed}
          faults={faults}
          refusals={Object.fromEntries(
            Object.entries(draft.fields).map(([field, text]) => [
              field.startsWith(path) ? field.slice(path.length) : field,
              text,
            ]),
          )}
          onChange={(changes) => {
            form.change((before) => ({ ...before, ...changes }));
            setFaults((before) =>
              Object.fromEntries(
                Object.entries(before).filter(([field]) => !((field.split(".")[0] ?? "") in changes)),
              ),
            );
          }}
        />
        <FormErrors title={draft.error} />
        <div className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" variant="main" pending={draft.isPending}>
            {t(type ? "save" : "add")}
          </Button>
          <ButtonLink href={list} scroll={false}>
            {t("close")}
          </ButtonLink>
          <span className="grow" />
          {type ? (
            <RemoveRule
              sentence={sentence ?? type.name}
              wasPublished={was !== null}
              act={{
                ...removal,
                run: () => removal.save({ ...content, activities: content.activities.toSpliced(at, 1) }),
              }}
            />
          ) : null}
        </div>
      </form>
    </section>
  );
}
