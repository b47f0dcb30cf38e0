"use client";

import { CloudOff, TriangleAlert, Wifi, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { useQueue } from "./queue-context";
import { QueueList } from "./queue-list";
import { refusedOf, waitingOf } from "./queued-purchase";
import { useOnline } from "./use-online";

/** In the sign: whether everything that was recorded here has arrived, and what has not. */
export function QueueStatus() {
  const t = useTranslations("till.queue");
  const { purchases } = useQueue();
  const isOnline = useOnline();
  const [open, setOpen] = useState(false);
  const [unsent, refused] = [waitingOf(purchases).length, refusedOf(purchases).length];
  const icon = refused > 0 ? TriangleAlert : unsent > 0 ? CloudOff : isOnline ? Wifi : WifiOff;
  const words = [
    refused > 0 ? t("refused", { count: refused }) : null,
    unsent > 0 ? t("unsent", { count: unsent }) : null,
  ].filter((part) => part !== null);
  const summary = words.length > 0 ? words.join(", ") : isOnline ? t("allSent") : t("offline");
  return (
    <>
      <span role="status" className="sr-only">
        {summary}
      </span>
      {words.length === 0 ? (
        <span aria-hidden className="flex items-center gap-2">
          <Icon of={icon} />
          <span className="max-sm:hidden">{summary}</span>
        </span>
      ) : (
        <Dialog
          open={open}
          onOpenChange={setOpen}
          title={t("title")}
          description={unsent > 0 ? t(isOnline ? "willBeSent" : "waitsForNetwork") : undefined}
          trigger={
            <button
              type="button"
              className="flex min-h-11 items-center gap-2 rounded-control px-2 font-strong underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
            >
              <Icon of={icon} />
              {summary}
            </button>
          }
          actions={
            <DialogClose>
              <Button>{t("close")}</Button>
            </DialogClose>
          }
        >
          <QueueList onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}
