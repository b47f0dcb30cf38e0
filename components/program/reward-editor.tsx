"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { AskFirst } from "@/components/merchant/ask-first";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTyped } from "@/components/merchant/use-typed";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import type { Program } from "@/lib/program/schemas";
import type { Reward } from "@/lib/rewards/schemas";
import { Changed } from "./changed";
import { RewardFields } from "./reward-fields";
import { newReward, type RewardFaults, type RewardTyped, readReward, typedReward } from "./reward-form";
import { keyFor } from "./rule-form";
import { useRewardSentence } from "./use-reward-sentence";
import { useSaveDraft } from "./use-save-draft";

/** One reward: its sentence, and the form that the sentence is made from. */
export function RewardEditor({
  content,
  revision,
  reward,
  was,
  takenKeys,
}: {
  /** The whole program as it is edited: it is saved with this reward in it. */
  content: Program;
  revision: number;
  /** Absent: a new one. */
  reward: Reward | null;
  /** The reward's published sentence. */
  was: string | null;
  takenKeys: string[];
}) {
  const t = useTranslations("rewards");
  const { slug, currency } = useShop();
  const place = { currency, locale: useLocale() };
  const router = useRouter();
  const form = useTyped<RewardTyped>(`reward ${reward?.key ?? ""}`, () =>
    reward ? typedReward(reward, place) : newReward,
  );
  const { typed } = form;
  const [faults, setFaults] = useState<RewardFaults>({});
  const tiers = content.tiers.map((tier) => tier.key);
  const key = reward?.key ?? keyFor(typed.name, takenKeys);
  const said = readReward({ ...typed, name: typed.name.trim() || t("label") }, key, place, tiers);
  const sentence = useRewardSentence(said.ok ? said.reward : null, content);
  const at = reward ? content.rewards.findIndex((one) => one.key === reward.key) : content.rewards.length;
  const path = `rewards.${at}.`;
  const rewards = `/m/${slug}/program/rewards`;
  const draft = useSaveDraft({
    revision,
    form,
    onDone: () => {
      if (!reward) router.replace(`${rewards}?reward=${encodeURIComponent(key)}`);
    },
  });
  const removal = useSaveDraft({
    revision,
    form,
    onDone: () => router.replace(rewards, { scroll: false }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ready = readReward(typed, key, place, tiers);
    setFaults(ready.ok ? {} : ready.faults);
    if (!ready.ok) return;
    draft.save({ ...content, rewards: content.rewards.toSpliced(at, reward ? 1 : 0, ready.reward) });
  };
  const refusals = Object.entries(draft.fields).map(([field, text]) => [
    field.startsWith(path) ? field.slice(path.length) : field,
    text,
  ]);
  return (
    <section aria-label={t("label")}>
      <p className="text-section min-h-8 max-w-[21em] text-balance" aria-live="polite">
        {sentence ? <Changed before={was ?? (reward ? null : sentence)} after={sentence} /> : t("unsaid")}
      </p>
      <form onSubmit={submit} noValidate className="mt-4 grid gap-4 border-t border-line pt-4">
        <TypedBefore form={form} />
        <RewardFields
          typed={typed}
          faults={faults}
          refusals={Object.fromEntries(refusals)}
          content={content}
          onChange={(changes) => {
            form.change((before) => ({ ...before, ...changes }));
            setFaults({});
          }}
        />
        <FormErrors title={draft.error} />
        <div className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" variant="main" pending={draft.isPending}>
            {t(reward ? "save" : "create")}
          </Button>
          <ButtonLink href={rewards} scroll={false}>
            {t("close")}
          </ButtonLink>
          <span className="grow" />
          {reward ? (
            <AskFirst
              trigger={<Button variant="bad">{t("remove.action")}</Button>}
              title={t("remove.title")}
              description={`${sentence ?? reward.name} ${was === null ? t("remove.draftOnly") : t("remove.published")}`}
              keep={t("remove.keep")}
              confirm={t("remove.action")}
              act={{
                ...removal,
                run: () => removal.save({ ...content, rewards: content.rewards.toSpliced(at, 1) }),
              }}
            />
          ) : null}
        </div>
      </form>
    </section>
  );
}
