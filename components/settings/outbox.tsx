"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/merchant/use-act";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { DayOf, Time } from "@/components/ui/values";
import { retryMailAction } from "@/lib/messaging/actions";

export interface OutboxLine {
  id: string;
  recipient: string;
  subject: string;
  text: string | null;
  status: "queued" | "sent" | "kept" | "failed";
  attempts: number;
  lastError: string | null;
  createdAt: string;
}

const tones: Record<OutboxLine["status"], BadgeTone> = {
  queued: "outline",
  sent: "plain",
  kept: "accent",
  failed: "bad",
};

/** The shop's mail, newest first; each opens into what it says. */
export function Outbox({ mails, zone }: { mails: OutboxLine[]; zone: string }) {
  const t = useTranslations("settings.outbox");
  const locale = useLocale();
  return (
    <ul className="border-t border-ink">
      {mails.map((mail) => {
        const at = new Date(mail.createdAt);
        return (
          <li key={mail.id} className="border-b border-line">
            <Disclosure
              panel
              className="py-1"
              summary={
                <div className="grid items-baseline gap-x-4 sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
                  <span className="text-small text-ink-2">
                    <DayOf instant={at} zone={zone} locale={locale} style="short" />{" "}
                    <Time instant={at} zone={zone} locale={locale} />
                  </span>
                  <span className="min-w-0">
                    <b className="wrap-anywhere">{mail.subject}</b>
                    <span className="block text-small text-ink-2 wrap-anywhere">{mail.recipient}</span>
                  </span>
                  <span>
                    <Badge tone={tones[mail.status]}>{t(`status.${mail.status}`)}</Badge>
                  </span>
                </div>
              }
            >
              {mail.text === null ? (
                <p className="text-ink-2">{t("secret")}</p>
              ) : (
                <pre className="font-text whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
              )}
              {mail.lastError ? (
                <p className="mt-3 text-small text-bad wrap-anywhere">
                  {t("error", { attempts: mail.attempts, error: mail.lastError })}
                </p>
              ) : null}
              {mail.status === "failed" && mail.text !== null ? <RetryMail id={mail.id} /> : null}
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}

function RetryMail({ id }: { id: string }) {
  const t = useTranslations("settings.outbox");
  const router = useRouter();
  const toast = useToast();
  const retry = useAct(retryMailAction, {
    onDone: () => {
      toast({ text: t("retried") });
      router.refresh();
    },
  });
  return (
    <div className="mt-3 grid justify-items-start gap-2">
      <FormErrors title={retry.error} />
      <Button size="s" pending={retry.isPending} onClick={() => retry.run({ id })}>
        {t("retry")}
      </Button>
    </div>
  );
}
