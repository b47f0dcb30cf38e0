"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";

/** The instant, on the shop's clock, and the way the purchase comes in. */
export function WhenAndWhere({
  when,
  channel,
  onWhen,
  onChannel,
}: {
  when: string;
  channel: string;
  onWhen: (when: string) => void;
  onChannel: (channel: string) => void;
}) {
  const t = useTranslations("simulator");
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[15rem_minmax(0,1fr)]">
      <TextField
        label={t("when")}
        type="datetime-local"
        className="min-w-0"
        value={when}
        onChange={(event) => onWhen(event.currentTarget.value)}
        error={when === "" ? t("noTime") : undefined}
      />
      <TextField
        label={t("channel")}
        hint={t("channelHint")}
        className="min-w-0"
        value={channel}
        autoComplete="off"
        maxLength={64}
        onChange={(event) => onChannel(event.currentTarget.value)}
      />
    </div>
  );
}
