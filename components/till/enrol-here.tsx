"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { answered, problemOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { formatCard } from "@/lib/kernel/card-number";
import { enrolMemberAction } from "@/lib/members/actions";
import { enrolmentFrom, guessField } from "./enrolment";
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
  const { slug } = useShop();
  const toast = useToast();
  const know = useKnow();
  const guess = guessField(typed);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (form: FormData) => answered(enrolMemberAction(slug, enrolmentFrom(form))),
    onSuccess: (member) => {
      know(member);
      toast({ text: t("done", { card: formatCard(member.card) }) });
      onDone(member.id);
    },
  });
  const problem = problemOf(error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isPending) mutate(new FormData(event.currentTarget));
  };
  const field = (name: "name" | "phone" | "email") => ({
    name,
    label: t(name),
    defaultValue: guess?.name === name ? guess.value : "",
    error: problem?.fields[name],
    autoFocus: name === (guess?.name === "name" ? "phone" : "name"),
  });
  const hasFieldErrors = problem && ["name", "phone", "email"].some((name) => problem.fields[name]);
  return (
    <form onSubmit={submit} className="mt-5 grid gap-4" aria-label={t("title")} noValidate>
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
      <FormErrors title={error && !hasFieldErrors ? (problem?.message ?? t("unreachable")) : undefined} />
      <div className="grid grid-cols-[1fr_auto] gap-2">
        <Button type="submit" variant="main" size="till" pending={isPending}>
          {t("submit")}
        </Button>
        <Button size="till" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
