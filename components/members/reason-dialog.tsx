"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import type { TypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { TextareaField } from "@/components/ui/text-field";

/** Asks why before something is refused or taken back; it is done when a reason is given. */
export function ReasonDialog({
  kept,
  trigger,
  title,
  description,
  words,
  act,
  onConfirm,
}: {
  /** The reason while it is typed; who sends it forgets it once it has arrived. */
  kept: TypedFields;
  trigger: ReactNode;
  title: string;
  description?: string;
  words: { reason: string; hint?: string; keep: string; confirm: string };
  act: { isPending: boolean; error: ReactNode; fields: Record<string, string>; forget: () => void };
  onConfirm: (reason: string | undefined) => void;
}) {
  const [open, setOpen] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    onConfirm(reason === "" ? undefined : reason);
  };
  return (
    <Dialog
      trigger={trigger}
      title={title}
      description={description}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        act.forget();
      }}
    >
      <form {...kept.listen} onSubmit={submit} noValidate className="grid gap-4">
        <TypedBefore form={kept} />
        <TextareaField
          name="reason"
          label={words.reason}
          hint={words.hint}
          error={act.fields.reason}
          rows={2}
          maxLength={500}
        />
        <FormErrors title={act.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{words.keep}</Button>
          </DialogClose>
          <Button type="submit" variant="bad" pending={act.isPending}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
