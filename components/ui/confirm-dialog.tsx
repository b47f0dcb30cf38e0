"use client";

import { type ReactNode, useState, useTransition } from "react";
import { Button } from "./button";
import { Dialog, DialogClose } from "./dialog";

/**
 * A destructive act, asked for once more in words: "Delete 'Own cup earns 3 points'?", what that means, and two
 * buttons that say what they do. It closes when `act` is done; when `act` throws, the nearest error page shows.
 */
export function ConfirmDialog({
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
  /** A server action with its arguments bound, or a function. */
  act: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      await act();
      setOpen(false);
    });
  return (
    <Dialog
      trigger={trigger}
      title={title}
      description={description}
      open={open}
      onOpenChange={setOpen}
      actions={
        <>
          <DialogClose>
            <Button>{keep}</Button>
          </DialogClose>
          <Button variant="bad" pending={pending} onClick={pending ? undefined : run}>
            {confirm}
          </Button>
        </>
      }
    />
  );
}
