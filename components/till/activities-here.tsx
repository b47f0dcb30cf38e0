"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { problemOf } from "@/components/merchant/answered";
import { useRefusal } from "@/components/merchant/use-refusal";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/text-link";
import { type Activity, useRecordActivity } from "./use-record-activity";

/** As many as are one tap away; the others are two. */
const atHand = 4;

/** What the member who stands here does besides buying, recorded by one tap each. */
export function ActivitiesHere({ memberId, activities }: { memberId: string; activities: Activity[] }) {
  const t = useTranslations("till.activities");
  const { figure } = useWords();
  const [all, setAll] = useState(false);
  const record = useRecordActivity(memberId);
  const shown = all ? activities : activities.slice(0, atHand);
  const refusal = useRefusal();
  return (
    <section aria-labelledby="till-activities" className="mt-5 border-t border-line pt-3">
      <h3 id="till-activities" className="text-small font-strong">
        {t("title")}
      </h3>
      <ul className="mt-2 flex flex-wrap gap-2">
        {shown.map((activity) => (
          <li key={activity.key} className="min-w-0">
            <Button
              size="l"
              className="text-left!"
              pending={record.isPending && record.variables.key === activity.key}
              onClick={(event) => {
                // A press leaves the focus on nothing, so that Enter records the purchase.
                if (event.detail > 0) event.currentTarget.blur();
                if (!record.isPending) record.mutate(activity);
              }}
            >
              <span className="min-w-0 wrap-break-word">{activity.name}</span>
              {activity.points > 0 ? (
                <span className="font-normal text-ink-2">{figure(activity.points, { signed: true })}</span>
              ) : null}
            </Button>
          </li>
        ))}
      </ul>
      {activities.length > shown.length ? (
        <LinkButton className="mt-1 min-h-11 text-small" onClick={() => setAll(true)}>
          {t("more", { count: activities.length - shown.length })}
        </LinkButton>
      ) : null}
      <div className="mt-2 empty:hidden">
        <FormErrors title={refusal(record.error, t("unreachable"))}>
          {Object.values(problemOf(record.error)?.fields ?? {}).join(" ")}
        </FormErrors>
      </div>
    </section>
  );
}
