"use client";

import { ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { useCamera } from "./use-camera";

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
      <div className="relative aspect-square overflow-hidden rounded-control bg-[#000]">
        <video ref={video} muted playsInline aria-label={t("picture")} className="size-full object-cover" />
        {/* Where the code should be: four corners, as on a viewfinder. */}
        <span
          aria-hidden
          className="absolute inset-[14%] rounded-dialog border-2 border-white/80 [mask:conic-gradient(#000_0_0)_0_0/28%_28%_no-repeat,conic-gradient(#000_0_0)_100%_0/28%_28%_no-repeat,conic-gradient(#000_0_0)_0_100%/28%_28%_no-repeat,conic-gradient(#000_0_0)_100%_100%/28%_28%_no-repeat]"
        />
      </div>
      <p role="status" className="mt-2.5 text-ink-2">
        {t(isOpen ? "hold" : "opening")}
      </p>
    </>
  );
}
