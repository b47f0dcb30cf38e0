"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { Link } from "@/components/ui/link";
import { useToast } from "@/components/ui/toast";
import { formatCard } from "@/lib/kernel/card-number";
import { decideAdjustmentAction } from "@/lib/points/actions";

export interface Waiting {
  id: string;
  member: { id: string; name: string | null; card: string; balance: number };
  points: number;
  reason: string;
  requestedAt: string;
  requestedBy: string | null;
  own: boolean;
}

/** Changes of points that wait for a second person, each with the two answers that person can give. */
export function WaitingAdjustments({ waiting }: { waiting: Waiting[] }) {
  return (
    <ul>
      {waiting.map((one) => (
        <li key={one.id} className="border-b border-line py-3.5">
          <WaitingAdjustment waiting={one} />
        </li>
      ))}
    </ul>
  );
}

function WaitingAdjustment({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("members.waiting");
  const { slug } = useShop();
  const { figure, points } = useWords();
  const days = useDayWords();
  const router = useRouter();
  const toast = useToast();
  const decide = useAct(decideAdjustmentAction, {
    onDone: ({ status }) => {
      toast({ text: status === "approved" ? t("approved") : t("refused") });
      router.refresh();
    },
  });
  const name = waiting.member.name ?? formatCard(waiting.member.card);
  return (
    <div className="grid items-start gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_auto_auto]">
      <div className="min-w-0">
        <Link href={`/m/${slug}/members/${waiting.member.id}`} className="font-strong hover:underline">
          {name}
        </Link>
        <p className="wrap-break-word">{waiting.reason}</p>
        <p className="text-small text-ink-2">
          {t("by", { name: waiting.requestedBy ?? t("somebody"), day: days.ago(waiting.requestedAt) })}
        </p>
      </div>
      <p className="md:text-right">
        <b>{figure(waiting.points, { signed: true })}</b>
        <span className="text-small text-ink-2 max-md:ml-3 md:block">
          {t("balance", { points: points(waiting.member.balance) })}
        </span>
      </p>
      <div className="grid justify-items-start gap-2 md:justify-items-end">
        {waiting.own ? (
          <p className="max-w-64 text-small text-ink-2 md:text-right">{t("own")}</p>
        ) : (
          <div className="flex gap-2">
            <Button
              size="s"
              pending={decide.isPending}
              onClick={() => decide.run({ request: waiting.id, approve: false })}
            >
              {t("refuse")}
            </Button>
            <Button
              size="s"
              variant="soft"
              pending={decide.isPending}
              onClick={() => decide.run({ request: waiting.id, approve: true })}
            >
              {t("approve")}
            </Button>
          </div>
        )}
        <FormErrors title={decide.error} />
      </div>
    </div>
  );
}
