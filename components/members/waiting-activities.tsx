"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { Link } from "@/components/ui/link";
import { useToast } from "@/components/ui/toast";
import { decideActivityAction } from "@/lib/activities/actions";
import type { ActivitySource } from "@/lib/activities/schemas";
import { formatCard } from "@/lib/kernel/card-number";
import { ReasonDialog } from "./reason-dialog";

interface Waiting {
  id: string;
  member: { id: string; name: string | null; card: string };
  name: string;
  points: number;
  source: ActivitySource;
  recordedAt: string;
  recordedBy: string | null;
  data: { name: string; value: string }[];
}

/** Activities that wait for a manager, each with the two answers that there are. */
export function WaitingActivities({ waiting }: { waiting: Waiting[] }) {
  return (
    <ul>
      {waiting.map((one) => (
        <li key={one.id} className="border-b border-line py-3.5">
          <WaitingActivity waiting={one} />
        </li>
      ))}
    </ul>
  );
}

function WaitingActivity({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("activities.waiting");
  const { slug } = useShop();
  const { figure, points } = useWords();
  const days = useDayWords();
  const router = useRouter();
  const toast = useToast();
  const kept = useTypedFields(`refusal of ${waiting.id}`);
  const decide = useAct(decideActivityAction, {
    beside: ["reason"],
    onDone: ({ status, points: { given } }) => {
      kept.forget();
      toast({ text: status === "recorded" ? t("approved", { points: points(given) }) : t("refused") });
      router.refresh();
    },
  });
  const { member, data } = waiting;
  return (
    <div className="grid items-start gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_auto_auto]">
      <div className="min-w-0">
        <p>
          <Link href={`/m/${slug}/members/${member.id}`} className="font-strong hover:underline">
            {member.name ?? formatCard(member.card)}
          </Link>
          <span className="block wrap-break-word">{waiting.name}</span>
        </p>
        {data.length > 0 ? (
          <dl className="mt-0.5">
            {data.map(({ name, value }) => (
              <div key={name} className="flex flex-wrap gap-x-2">
                {name === "answer" ? null : <dt className="text-ink-2">{name}</dt>}
                <dd className="min-w-0 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className="text-small text-ink-2">
          {t(`by.${waiting.source}`, {
            name: waiting.recordedBy ?? t("somebody"),
            day: days.ago(waiting.recordedAt),
          })}
        </p>
      </div>
      <p className="font-strong md:text-right">{figure(waiting.points, { signed: true })}</p>
      <div className="grid justify-items-start gap-2 md:justify-items-end">
        <div className="flex gap-2">
          <ReasonDialog
            kept={kept}
            trigger={<Button size="s">{t("refuse")}</Button>}
            title={t("refuseTitle", { name: waiting.name })}
            words={{ reason: t("reason"), hint: t("reasonHint"), keep: t("keep"), confirm: t("refuse") }}
            act={decide}
            onConfirm={(reason) => decide.run({ activity: waiting.id, approve: false, reason })}
          />
          <Button
            size="s"
            variant="soft"
            pending={decide.isPending}
            onClick={() => decide.run({ activity: waiting.id, approve: true })}
          >
            {t("approve")}
          </Button>
        </div>
        <FormErrors title={decide.error} />
      </div>
    </div>
  );
}
