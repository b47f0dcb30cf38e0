"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTried } from "@/components/merchant/use-tried";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextareaField } from "@/components/ui/text-field";
import { writeNoteAction } from "@/lib/members/actions";

/** What staff want to remember of a member, for each other. */
export function WriteNote({ member }: { member: string }) {
  const t = useTranslations("members.notes");
  const router = useRouter();
  const form = useTypedFields(`note of ${member}`);
  const tried = useTried(`note of ${member}`);
  const write = useAct(writeNoteAction, {
    beside: ["text"],
    onDone: () => {
      tried.forget();
      form.startOver();
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "");
    write.run({ member, text, id: tried.idOf(text.trim()) });
  };
  return (
    <form {...form.listen} onSubmit={submit} noValidate className="mt-5 grid max-w-[40rem] gap-3">
      <TypedBefore form={form} />
      <TextareaField
        name="text"
        label={t("label")}
        hint={t("hint")}
        rows={2}
        maxLength={2000}
        error={write.fields.text}
      />
      <FormErrors title={write.error} />
      <Button type="submit" variant="main" className="justify-self-start" pending={write.isPending}>
        {t("write")}
      </Button>
    </form>
  );
}
