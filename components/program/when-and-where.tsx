"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useChannels } from "./use-channels";

/** The instant, on the shop's clock, and the way the purchase comes in. */
export function WhenAndWhere({
  when,
  channel,
  elsewhere,
  channels,
  onChange,
}: {
  when: string;
  /** Empty: elsewhere. */
  channel: string;
  elsewhere: string;
  /** Where this shop sells. */
  channels: readonly string[];
  onChange: (changes: { when?: string; channel?: string; elsewhere?: string }) => void;
}) {
  const t = useTranslations("simulator");
  const options = useChannels(channels);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[15rem_minmax(0,1fr)]">
      <TextField
        label={t("when")}
        type="datetime-local"
        className="min-w-0"
        value={when}
        onChange={(event) => onChange({ when: event.currentTarget.value })}
        error={when === "" ? t("noTime") : undefined}
      />
      <div className="grid min-w-0 gap-3">
        <SelectField
          label={t("channel")}
          value={channel}
          options={[
            ...options.map(({ key, name }) => ({ value: key, label: name })),
            { value: "", label: t("elsewhere") },
          ]}
          onChange={(event) => onChange({ channel: event.currentTarget.value })}
        />
        {channel === "" ? (
          <TextField
            label={t("elsewhereName")}
            hint={t("elsewhereHint")}
            value={elsewhere}
            autoComplete="off"
            maxLength={64}
            onChange={(event) => onChange({ elsewhere: event.currentTarget.value })}
          />
        ) : null}
      </div>
    </div>
  );
}
