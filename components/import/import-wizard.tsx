"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useDebounced } from "@/components/merchant/use-debounced";
import { useRefusal } from "@/components/merchant/use-refusal";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FormErrors } from "@/components/ui/form-errors";
import { Segmented } from "@/components/ui/segmented";
import { askImportAction, chooseColumnsAction, previewImportAction } from "@/lib/integrations/import/actions";
import { CheckedFile } from "./checked-file";
import { type ColumnChoice, choiceOf, emptyChoice, type Mapping, mappingOf } from "./column-choice";
import { ColumnFields, type Preview } from "./column-fields";
import { FileForm } from "./file-form";
import { LandingTable } from "./landing-table";
import { MappingFile } from "./mapping-file";
import { type ImportData, useReaderLocale } from "./use-import";

type Kind = ImportData["kind"];

/** What the columns are said, or seem, to be when the page opens. */
export interface ImportStart {
  kind: Kind;
  mapping: Mapping;
  preview: Preview;
}

const nothing: Preview = {
  header: [],
  samples: {},
  values: {},
  seems: "purchases",
  guess: {},
  rows: null,
  fields: {},
  failure: null,
};

const isEmpty = (mapping: Mapping) => Object.keys(mapping).length === 0;

/** What the columns are, how the first rows will land, and the way to try and to record them all. */
export function ImportWizard({
  run,
  start,
  productTypes,
  look,
}: {
  run: ImportData;
  start: ImportStart;
  productTypes: { key: string; name: string }[];
  look: () => void;
}) {
  const t = useTranslations("imports");
  const { slug } = useShop();
  const locale = useReaderLocale();
  const { id } = run;
  const kept = run.mapping as Mapping;
  const [kind, setKind] = useState<Kind>(start.kind);
  const [mapping, setMapping] = useState<Mapping>(start.mapping);
  const settled = useDebounced(JSON.stringify({ kind, mapping }), 300);
  const preview = useQuery({
    queryKey: ["import-preview", slug, id, settled, locale],
    queryFn: () => answered(previewImportAction(slug, { id, locale, ...JSON.parse(settled) })),
    placeholderData: keepPreviousData,
    initialData:
      settled === JSON.stringify({ kind: start.kind, mapping: start.mapping }) ? start.preview : undefined,
  });
  const refusal = useRefusal();
  const seen = preview.data ?? nothing;
  const isNew = isEmpty(mapping) && !isEmpty(seen.guess);
  // The other kind of file begins with what its columns seem to mean.
  useEffect(() => {
    if (isNew) setMapping(seen.guess);
  }, [isNew, seen.guess]);
  const changed = canonical(JSON.parse(settled)) !== canonical({ kind: run.kind, mapping: kept });
  useEffect(() => {
    // Refused while it is under way in another tab: that tab's columns count.
    if (changed) void chooseColumnsAction(slug, { id, ...JSON.parse(settled) });
  }, [changed, settled, slug, id]);
  const ask = useAct(askImportAction, { onDone: look });
  const keep = useAct(chooseColumnsAction, { onDone: () => ask.run({ id, task: "check", locale }) });
  const choice = choiceOf(kind, mapping);
  const change = (next: ColumnChoice) => {
    setKind(next.kind);
    setMapping(mappingOf(next));
  };
  const setOther = (next: string) => {
    const other: Kind = next === "members" ? "members" : "purchases";
    setKind(other);
    setMapping({});
  };
  const pending = keep.isPending || ask.isPending;
  return (
    <div className="grid gap-8">
      <section>
        <h2 className="text-title mb-3">{t("kind.title")}</h2>
        <div className="max-w-96">
          <Segmented
            name="kind"
            value={[kind]}
            options={[
              { value: "purchases", label: t("kind.purchases") },
              { value: "members", label: t("kind.members") },
            ]}
            onChange={setOther}
          />
        </div>
      </section>
      <section>
        <h2 className="text-title mb-1">{t("columns.title")}</h2>
        <p className="mb-4 max-w-prose text-ink-2">{t("columns.body")}</p>
        <FileForm
          choice={choice ?? withFile(kind, mapping)}
          onChange={(next) => change(next)}
          locked={!choice}
        />
        {choice ? (
          <ColumnFields choice={choice} preview={seen} productTypes={productTypes} onChange={change} />
        ) : (
          <div className="flex flex-wrap items-center gap-4 border-y border-line py-4">
            <p className="max-w-prose">{t("columns.more")}</p>
            <Button size="s" onClick={() => setMapping(seen.guess)}>
              {t("columns.here")}
            </Button>
          </div>
        )}
        <MappingFile
          id={id}
          onRead={(read) => {
            setKind(read.kind);
            setMapping(read.mapping);
          }}
        />
      </section>
      <section
        aria-live="polite"
        aria-busy={preview.isPlaceholderData}
        className={cx(preview.isPlaceholderData && "text-ink-2")}
      >
        <h2 className="text-title mb-1">{t("landing.title")}</h2>
        <Landing preview={seen} kind={kind} error={refusal(preview.error)} />
      </section>
      <section className="border-t border-ink pt-5">
        <FormErrors title={keep.error ?? ask.error ?? run.failure ?? undefined} />
        {run.checked && !changed ? (
          <CheckedFile
            run={run}
            pending={pending}
            record={() => ask.run({ id, task: "record", locale })}
            again={() => ask.run({ id, task: "check", locale })}
          />
        ) : (
          <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button
              variant="main"
              pending={pending}
              disabled={seen.rows === null}
              onClick={() => keep.run({ id, kind, mapping })}
            >
              {t("check.action")}
            </Button>
            <p className="text-ink-2">{t("check.body")}</p>
          </div>
        )}
      </section>
    </div>
  );
}

/** The database keeps a mapping's keys in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** How the file is written, of a mapping whose columns no form can show. */
const withFile = (kind: Kind, { encoding, delimiter, decimal }: Mapping): ColumnChoice =>
  choiceOf(kind, { encoding, delimiter, decimal }) ?? emptyChoice(kind);

function Landing({ preview, kind, error }: { preview: Preview; kind: Kind; error: ReactNode }) {
  const t = useTranslations("imports.landing");
  const failure = error ?? preview.failure;
  if (failure) return <FormErrors title={failure} />;
  if (preview.rows === null) return <p className="text-ink-2">{t("missing")}</p>;
  if (preview.rows.length === 0) return <p className="text-ink-2">{t("empty")}</p>;
  return (
    <>
      <p className="mb-3 max-w-prose text-ink-2">{t("body")}</p>
      <LandingTable rows={preview.rows} kind={kind} />
    </>
  );
}
