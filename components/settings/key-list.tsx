"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { useDayWords } from "@/components/merchant/use-day-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Scope } from "@/lib/access/actor";
import { revokeApiKeyAction } from "@/lib/merchants/actions";

export interface Key {
  id: string;
  name: string;
  hint: string;
  scopes: Scope[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** The keys of other programs, those that work first. */
export function KeyList({ keys }: { keys: Key[] }) {
  const t = useTranslations("settings.keys");
  return (
    <ul aria-label={t("title")} className="border-t border-ink">
      {keys.map((key) => (
        <li key={key.id} className="border-b border-line py-3">
          <Row apiKey={key} />
        </li>
      ))}
    </ul>
  );
}

function Row({ apiKey }: { apiKey: Key }) {
  const t = useTranslations("settings.keys");
  const days = useDayWords();
  const router = useRouter();
  const toast = useToast();
  const revoke = useAct(revokeApiKeyAction, {
    onDone: () => {
      toast({ text: t("revokedToast", { name: apiKey.name }) });
      router.refresh();
    },
  });
  return (
    <div className="grid items-start gap-x-5 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <b className="wrap-anywhere">{apiKey.name}</b>
          <code className="text-small text-ink-2">…{apiKey.hint}</code>
          {apiKey.revokedAt ? <Badge>{t("revoked")}</Badge> : null}
        </p>
        <p className="text-small text-ink-2">{apiKey.scopes.join(", ")}</p>
        <p className="text-small text-ink-2">
          {t("made", { day: days.ago(apiKey.createdAt) })}{" "}
          {apiKey.lastUsedAt ? t("used", { day: days.ago(apiKey.lastUsedAt) }) : t("neverUsed")}
        </p>
      </div>
      {apiKey.revokedAt ? null : (
        <AskFirst
          trigger={<Button size="s">{t("revoke")}</Button>}
          title={t("revokeTitle", { name: apiKey.name })}
          description={t("revokeBody")}
          keep={t("keep")}
          confirm={t("revokeConfirm")}
          act={{ ...revoke, run: () => revoke.run({ id: apiKey.id }) }}
        />
      )}
    </div>
  );
}
