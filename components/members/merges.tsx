"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { formatCard } from "@/lib/kernel/card-number";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { unmergeMembersAction } from "@/lib/members/actions";

interface Merge {
  id: string;
  card: string;
  at: string;
  by: string | null;
  undoneAt: string | null;
}

/** The cards that became one with this one, and the way back. */
export function Merges({ member, merges, zone }: { member: string; merges: Merge[]; zone: string }) {
  const t = useTranslations("members.merge");
  const locale = useLocale();
  const dayOf = (instant: string) => formatDayOf(new Date(instant), zone, locale, "full");
  return (
    <ul className="mt-7 max-w-[40rem] border-t border-ink">
      {merges.map((merge) => {
        const said = { card: formatCard(merge.card), day: dayOf(merge.at) };
        return (
          <li
            key={merge.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5"
          >
            <span>
              {merge.by ? t("mergedBy", { ...said, name: merge.by }) : t("merged", said)}
              {merge.undoneAt ? (
                <span className="block text-ink-2">{t("parted", { day: dayOf(merge.undoneAt) })}</span>
              ) : null}
            </span>
            {merge.undoneAt ? null : <Part member={member} merge={merge.id} />}
          </li>
        );
      })}
    </ul>
  );
}

function Part({ member, merge }: { member: string; merge: string }) {
  const t = useTranslations("members.merge");
  const router = useRouter();
  const toast = useToast();
  const part = useAct(unmergeMembersAction, {
    onDone: () => {
      toast({ text: t("partDone") });
      router.refresh();
    },
  });
  return (
    <AskFirst
      trigger={<Button size="s">{t("part")}</Button>}
      title={t("partTitle")}
      description={t("partBody")}
      keep={t("keep")}
      confirm={t("part")}
      act={{ ...part, run: () => part.run({ id: member, merge }) }}
    />
  );
}
