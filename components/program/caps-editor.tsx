"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTyped } from "@/components/merchant/use-typed";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import type { CapPeriod, Program } from "@/lib/program/schemas";
import { CapFields } from "./cap-fields";
import { wholeNumber } from "./rule-form";
import { useSaveDraft } from "./use-save-draft";

/** The most that anybody earns, whatever the rules give together. */
export function CapsEditor({ content, revision }: { content: Program; revision: number }) {
  const t = useTranslations("rules.caps");
  const wrong = useTranslations("rules.wrong");
  const form = useTyped<{ per: CapPeriod; points: string }[]>("rules :most", () =>
    content.earning.caps.map(({ per, points }) => ({ per, points: String(points) })),
  );
  const caps = form.typed;
  const [tried, setTried] = useState(false);
  const draft = useSaveDraft({ revision, form });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const read = caps.map(({ per, points }) => ({ per, points: wholeNumber(points) ?? 0 }));
    if (read.some((cap) => cap.points < 1)) return;
    draft.save({ ...content, earning: { ...content.earning, caps: read } });
  };
  return (
    <section aria-label={t("title")}>
      <h2 className="text-section">{t("title")}</h2>
      <p className="mt-1 text-ink-2">{t("body")}</p>
      <form onSubmit={submit} noValidate className="mt-4 grid gap-4 border-t border-line pt-4">
        <TypedBefore form={form} />
        <CapFields
          legend={t("legend")}
          caps={caps}
          errorOf={(index) =>
            tried && (wholeNumber(caps[index]?.points ?? "") ?? 0) < 1 ? wrong("whole") : undefined
          }
          onChange={(next) => form.change(() => next)}
        />
        <FormErrors title={draft.error} />
        <div>
          <Button type="submit" variant="main" pending={draft.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
