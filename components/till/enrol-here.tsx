"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { formatCard } from "@/lib/kernel/card-number";
import { enrolMemberAction } from "@/lib/members/actions";
import { enrolmentFrom, guessField } from "./enrolment";
import { keepEnrolment, keptEnrolment } from "./till-memory";
import { useKnow } from "./use-member";

/** A new member in one short form; what was typed to find them is in its field already. */
export function EnrolHere({
  typed,
  onDone,
  onCancel,
}: {
  typed: string;
  onDone: (memberId: string) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("till.enrol");
  const toast = useToast();
  const know = useKnow();
  const { slug } = useShop();
  const guess = guessField(typed);
  const [kept] = useState(() => keptEnrolment(sessionStorage, slug));
  useEffect(() => () => keepEnrolment(sessionStorage, slug, null), [slug]);
  const enrol = useAct(enrolMemberAction, {
    beside: ["name", "phone", "email"],
    onDone: (member) => {
      know(member);
      toast({ text: t("done", { card: formatCard(member.card) }) });
      onDone(member.id);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    enrol.run(enrolmentFrom(new FormData(event.currentTarget)));
  };
  const field = (name: "name" | "phone" | "email") => ({
    name,
    label: t(name),
    defaultValue: kept?.[name] ?? (guess?.name === name ? guess.value : ""),
    error: enrol.fields[name],
    autoFocus: name === (guess?.name === "name" ? "phone" : "name"),
  });
  return (
    <form
      onSubmit={submit}
      onChange={({ currentTarget }) =>
        keepEnrolment(sessionStorage, slug, enrolmentFrom(new FormData(currentTarget)))
      }
      className="mt-5 grid gap-4"
      aria-label={t("title")}
      noValidate
    >
      <h2 className="text-title">{t("title")}</h2>
      <TextField {...field("name")} autoComplete="off" />
      <TextField {...field("phone")} type="tel" inputMode="tel" autoComplete="off" />
      <TextField
        {...field("email")}
        type="email"
        inputMode="email"
        autoComplete="off"
        hint={t("emailHint")}
      />
      <FormErrors title={enrol.error} />
      <div className="grid grid-cols-[1fr_auto] gap-2">
        <Button type="submit" size="till" pending={enrol.isPending}>
          {t("submit")}
        </Button>
        <Button size="till" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
