"use client";

import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useWords } from "@/components/merchant/use-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { PriceList } from "@/components/ui/price-list";
import { askImportAction } from "@/lib/integrations/import/actions";
import { RefusedLink } from "./refused-link";
import { type ImportData, useReaderLocale } from "./use-import";

/** What came of an import, and the way back. */
export function ImportResult({ run, look }: { run: ImportData; look: () => void }) {
  const t = useTranslations("imports.result");
  const { figure, points } = useWords();
  const { slug } = useShop();
  const locale = useReaderLocale();
  const ask = useAct(askImportAction, { onDone: look });
  const { id, kind, status } = run;
  const state =
    status === "done" ? kind : status === "undone" ? "undone" : status === "undoing" ? "undoing" : "failed";
  const undoable = status !== "undone";
  return (
    <section aria-live="polite" className="max-w-[44rem]">
      <h2 className="text-answer">
        {t(`title.${state}`, {
          count: run.accepted,
          figure: figure(run.accepted),
          points: points(run.points),
        })}
      </h2>
      {run.failure ? (
        <div className="mt-4">
          <FormErrors title={run.failure} />
        </div>
      ) : null}
      <div className="mt-6">
        {state === "undone" || state === "undoing" ? <p className="mb-2 text-ink-2">{t("had")}</p> : null}
        <PriceList
          items={[
            { key: "accepted", label: t(`accepted.${kind}`), value: figure(run.accepted) },
            { key: "repeated", label: t("repeated"), value: figure(run.repeated) },
            ...(kind === "purchases"
              ? [{ key: "created", label: t("created"), value: figure(run.membersCreated) }]
              : []),
            { key: "refused", label: t("refused"), value: figure(run.refused) },
          ]}
        />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        {status === "failed" && run.checked ? (
          <Button
            variant="main"
            pending={ask.isPending}
            onClick={() => ask.run({ id, task: "record", locale })}
          >
            {t("again")}
          </Button>
        ) : null}
        {run.hasRefused && run.refused > 0 ? <RefusedLink id={id} /> : null}
        {undoable ? (
          <AskFirst
            trigger={<Button>{t("undo")}</Button>}
            title={t("undoTitle", { name: run.fileName })}
            description={t(`undoBody.${kind}`)}
            keep={t("keep")}
            confirm={t("undo")}
            act={{ ...ask, run: () => ask.run({ id, task: "undo", locale }) }}
          />
        ) : null}
        <ButtonLink variant="bare" href={`/m/${slug}/members/import`}>
          {t("all")}
        </ButtonLink>
      </div>
    </section>
  );
}
