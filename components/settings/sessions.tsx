"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { DayOf, Time } from "@/components/ui/values";
import { endSessionAction } from "@/lib/merchants/actions";

export interface SessionLine {
  accountId: string;
  sessionId: string;
  browser: string | null;
  system: string | null;
  address: string | null;
  lastSeenAt: string;
}

/** Where a colleague is signed in to this shop, and the ways to end it. */
export function Sessions({
  sessions,
  current,
  name,
}: {
  sessions: SessionLine[];
  current: string | null;
  name: string;
}) {
  const t = useTranslations("settings.sessions");
  const locale = useLocale();
  const { zone } = useShop();
  const [first] = sessions;
  if (!first) return null;
  return (
    <Disclosure
      summary={<span className="text-small text-ink-2">{t("summary", { count: sessions.length })}</span>}
    >
      <ul className="border-t border-line">
        {sessions.map((session) => {
          const at = new Date(session.lastSeenAt);
          const device = [session.browser, session.system].filter(Boolean).join(", ") || t("unknown");
          return (
            <li
              key={session.sessionId}
              className="grid items-center gap-x-5 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto]"
            >
              <span className="flex flex-wrap items-center gap-x-2">
                {device}
                {session.sessionId === current ? <Badge tone="accent">{t("here")}</Badge> : null}
              </span>
              <span className="text-small text-ink-2">
                {t.rich("seen", {
                  address: session.address ?? t("nowhere"),
                  when: () => (
                    <>
                      <DayOf instant={at} zone={zone} locale={locale} style="short" />{" "}
                      <Time instant={at} zone={zone} locale={locale} />
                    </>
                  ),
                })}
              </span>
              <EndSession
                accountId={session.accountId}
                sessionId={session.sessionId}
                name={name}
                label={t("endOf", { device })}
              >
                {t("end")}
              </EndSession>
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? (
        <div className="mt-3">
          <EndSession accountId={first.accountId} name={name}>
            {t("endAll", { name })}
          </EndSession>
        </div>
      ) : null}
    </Disclosure>
  );
}

/** Ends one session, or without one named all of the colleague's. */
function EndSession({
  accountId,
  sessionId,
  name,
  label,
  children,
}: {
  accountId: string;
  sessionId?: string;
  name: string;
  label?: string;
  children: string;
}) {
  const t = useTranslations("settings.sessions");
  const router = useRouter();
  const toast = useToast();
  const end = useAct(endSessionAction, {
    onDone: ({ ended }) => {
      toast({ text: t("ended", { count: ended, name }) });
      router.refresh();
    },
  });
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        size="s"
        aria-label={label}
        pending={end.isPending}
        onClick={() => end.run(sessionId === undefined ? { accountId } : { accountId, sessionId })}
      >
        {children}
      </Button>
      <FormErrors title={end.error} />
    </div>
  );
}
