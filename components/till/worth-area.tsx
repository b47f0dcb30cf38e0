"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { problemOf } from "@/components/merchant/answered";
import { Explanation } from "@/components/merchant/explanation";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FormErrors } from "@/components/ui/form-errors";
import { Skeleton } from "@/components/ui/skeleton";
import type { Basket } from "./basket";
import type { Preview } from "./use-preview";
import type { Recording } from "./use-record";

/** What the basket is worth in points and why, before it is recorded; and Record. */
export function WorthArea({
  preview,
  known,
  basket,
  recording,
  toPay,
  payment,
  refusedElsewhere,
  rewards,
  onRecord,
}: {
  preview: Preview;
  /** Whether a member is chosen; otherwise the points are those of somebody new. */
  known: boolean;
  basket: Basket;
  recording: Recording;
  /** What is left to pay with money. */
  toPay: number;
  /** What the member's points could pay of it. */
  payment: ReactNode;
  /** Whether why it was refused stands beside what is wrong. */
  refusedElsewhere: boolean;
  /** What the member could take instead of saving on. */
  rewards: ReactNode;
  onRecord: () => void;
}) {
  const t = useTranslations("till.worth");
  const { money, points } = useWords();
  const isEmpty = basket.lines.length === 0;
  return (
    <>
      <div
        aria-live="polite"
        aria-busy={preview.isPlaceholderData}
        className={cx(preview.isPlaceholderData && "text-ink-2")}
      >
        {isEmpty ? (
          <p className="text-section text-ink-2">{t("empty")}</p>
        ) : (
          <Worth preview={preview} known={known} />
        )}
      </div>
      <div className="mt-auto">{rewards}</div>
      {/* On a low screen it would cover the reasons. */}
      <div className="bg-sheet high:sm:sticky high:sm:bottom-0">
        {isEmpty ? null : payment}
        <div className="grid grid-cols-1 gap-3 bg-sheet pt-4 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-20 max-sm:border-t max-sm:border-line max-sm:px-5 max-sm:py-3">
          {/* On a phone the sum of it stands with the button; the reasons are further up. */}
          {preview.data && !isEmpty ? (
            <p aria-hidden className="-mb-1 text-ink-2 sm:hidden">
              {points(preview.data.points)}
            </p>
          ) : null}
          {refusedElsewhere ? null : <Refusal error={recording.error} unanswered={t("notSent")} />}
          <Button
            variant="main"
            size="record"
            pending={recording.isPending}
            onClick={onRecord}
            className="w-full justify-between! max-sm:min-h-16!"
          >
            <span className="min-w-0 wrap-anywhere">
              {isEmpty ? t("record") : t("recordAmount", { amount: money(toPay) })}
            </span>
            <kbd className="rounded-badge border border-current px-[5px] font-text text-[0.75rem]/[1.125rem] font-normal tracking-normal opacity-75 pointer-coarse:hidden">
              Enter
            </kbd>
          </Button>
        </div>
      </div>
    </>
  );
}

function Worth({ preview, known }: { preview: Preview; known: boolean }) {
  const t = useTranslations("till.worth");
  const { points } = useWords();
  if (preview.error) {
    return <Refusal error={preview.error} unanswered={t("noAnswer")} />;
  }
  if (!preview.data) return <Skeleton label={t("counting")} />;
  const { points: earned, held, balanceAfter, explanation } = preview.data;
  const notes = [
    known ? null : t("newcomer"),
    known && balanceAfter === null ? t("cardOnly") : null,
    known && balanceAfter !== null ? t("after", { points: points(balanceAfter) }) : null,
    held ? t("held", { points: points(held.points), days: held.days }) : null,
  ].filter((note) => note !== null);
  return (
    <>
      <p className={earned >= 10_000 ? "text-long-figure" : "text-figure"}>{points(earned)}</p>
      {notes.map((note) => (
        <p key={note} className="mt-2 text-ink-2">
          {note}
        </p>
      ))}
      <div className="mt-5">
        <Explanation explanation={explanation} sumLabel={t("sum")} size="till" missedAtMost={1} />
      </div>
    </>
  );
}

/** Why the server refuses the basket: what it says of all of it, and of each thing that is wrong in it. */
function Refusal({ error, unanswered }: { error: Error | null; unanswered: string }) {
  const refused = problemOf(error);
  return (
    <FormErrors title={error ? (refused?.message ?? unanswered) : undefined}>
      {refused ? [...new Set(Object.values(refused.fields))].join(" ") : null}
    </FormErrors>
  );
}
