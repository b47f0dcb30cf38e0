"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { namePoints } from "@/components/merchant/points-name";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { PointName } from "@/lib/kernel/points";
import type { offerGiftAction } from "@/lib/points/actions";
import { FormProblem } from "./form-problem";
import { GiftCheck } from "./gift-check";
import { ScanCard } from "./scan-card";

const fields = ["card", "points", "message"] as const;

/** Points for another member, by their card: what it comes to is shown before it is given. */
export function GiftForm({
  give,
  id,
  pointName,
  balance,
  acceptDays,
  signInAgain,
  ...days
}: {
  give: BoundForm<typeof offerGiftAction>;
  /** The form's own, so that one sent twice is one gift. */
  id: string;
  pointName: PointName | null;
  balance: number;
  acceptDays: number;
  signInAgain: string;
  zone: string;
  today: string;
}) {
  const t = useTranslations("portal");
  const word = useTranslations("desk");
  const points = namePoints(pointName, useLocale(), (count) => word("pointWord", { count }));
  const [{ problem, values, data }, action] = useActionState(give, emptyForm);
  if (data && "left" in data) {
    return <GiftCheck action={action} typed={values} preview={data} points={points} {...days} />;
  }
  return (
    <>
      <p className="mt-2 text-ink-2">{t("gifts.intro", { days: acceptDays })}</p>
      <form action={action} className="mt-4 grid gap-5" noValidate>
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-2.5">
          <TextField
            label={t("gifts.card")}
            hint={t("gifts.cardHint")}
            id="gift-card"
            name="card"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={values.card}
            error={problem?.fields.card}
            required
          />
          <ScanCard field="gift-card" next="gift-points" />
        </div>
        <TextField
          label={points.Many}
          hint={t("gifts.pointsHint", { points: balance })}
          id="gift-points"
          name="points"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values.points}
          error={problem?.fields.points}
          required
        />
        <TextField
          label={t("gifts.message")}
          name="message"
          autoComplete="off"
          maxLength={200}
          defaultValue={values.message}
          error={problem?.fields.message}
        />
        <FormProblem problem={problem} beside={fields} signInAgain={signInAgain} label={t("signInAgain")} />
        <SubmitButton name="step" value="check" pendingLabel={t("gifts.checking")} variant="main" size="l">
          {t("gifts.check")}
        </SubmitButton>
      </form>
    </>
  );
}
