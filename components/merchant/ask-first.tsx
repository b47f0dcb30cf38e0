"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";

/**
 * A destructive act on the server, asked for once more in words. A refusal is said in the dialog; when it is
 * done, what is drawn anew no longer has it.
 */
export function AskFirst({
  trigger,
  title,
  description,
  keep,
  confirm,
  act,
}: {
  trigger: ReactNode;
  title: ReactNode;
  description: ReactNode;
  /** "Keep it" */
  keep: string;
  /** "Delete rule" */
  confirm: string;
  act: { run: () => void; isPending: boolean; error: ReactNode; forget?: () => void };
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={trigger}
      title={title}
      description={description}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        act.forget?.();
      }}
      actions={
        <>
          <DialogClose>
            <Button>{keep}</Button>
          </DialogClose>
          <Button variant="bad" pending={act.isPending} onClick={act.run}>
            {confirm}
          </Button>
        </>
      }
    >
      <FormErrors title={act.error} />
    </Dialog>
  );
}
