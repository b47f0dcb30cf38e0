"use client";

import { ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { useCamera } from "./use-camera";
import { Viewfinder } from "./viewfinder";

/** Opens the camera; what it reads is answered as if a scanner had typed it. */
export function ScanButton({ onRead }: { onRead: (text: string) => void }) {
  const t = useTranslations("camera");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      trigger={
        <button
          type="button"
          aria-label={t("open")}
          className="grid size-13 flex-none place-items-center rounded-control border border-edge bg-float [--fill:var(--float)] [--lean:6%] lean"
        >
          <Icon of={ScanLine} size={22} />
        </button>
      }
      actions={
        <DialogClose>
          <Button>{t("close")}</Button>
        </DialogClose>
      }
    >
      <Camera
        onRead={(text) => {
          setOpen(false);
          onRead(text);
        }}
      />
    </Dialog>
  );
}

function Camera({ onRead }: { onRead: (text: string) => void }) {
  const t = useTranslations("camera");
  const video = useRef<HTMLVideoElement>(null);
  const { fault, isOpen } = useCamera(video, onRead);
  if (fault) return <FormErrors title={t(fault)} />;
  return (
    <>
      <Viewfinder ref={video} label={t("picture")} />
      <p role="status" className="mt-2.5 text-ink-2">
        {t(isOpen ? "hold" : "opening")}
      </p>
    </>
  );
}
