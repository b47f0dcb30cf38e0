"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { FieldError } from "@/components/ui/field";

/** The most that is kept of one, in bytes. */
const most = 100 * 1024;
/** Twice as many pixels as it is ever shown with. */
const side = 640;
const kinds = ["image/png", "image/jpeg", "image/webp"];

/** A picture: chosen from the device, made small enough there, shown at once, sent with the form. */
export function PictureField({
  legend,
  alt,
  picture,
  error,
  onChange,
}: {
  legend: string;
  alt: string;
  /** As a data URL, or where it is shown from. */
  picture: string | null;
  error: string | undefined;
  onChange: (picture: string | null) => void;
}) {
  const t = useTranslations("desk.picture");
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const take = (file: File | undefined) => {
    if (!file) return;
    if (!kinds.includes(file.type)) setWrong(t("kind"));
    else
      shrunk(file).then(
        (picture) => {
          setWrong(undefined);
          onChange(picture);
        },
        () => setWrong(t("size")),
      );
  };
  const shown = wrong ?? error;
  return (
    <div>
      <p className="mb-1.5 text-small font-strong" id={`${id}-label`}>
        {legend}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {picture ? (
          // biome-ignore lint/performance/noImgElement: a data URL of at most 100 kB has nothing to optimise
          <img
            src={picture}
            alt={alt}
            className="size-14 rounded-control border border-line object-contain"
          />
        ) : null}
        <label
          className={buttonClass(
            "plain",
            "m",
            "relative has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          )}
        >
          {t(picture ? "change" : "choose")}
          <input
            type="file"
            accept={kinds.join(",")}
            aria-describedby={shown ? `${id}-error ${id}-hint` : `${id}-hint`}
            aria-invalid={shown ? true : undefined}
            className="absolute inset-0 cursor-pointer opacity-0"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
        {picture ? (
          <Button variant="bare" onClick={() => onChange(null)}>
            {t("remove")}
          </Button>
        ) : null}
      </div>
      <div className="mt-1.5 grid gap-1">
        {shown ? <FieldError id={`${id}-error`}>{shown}</FieldError> : null}
      </div>
      <p id={`${id}-hint`} className="text-small text-ink-2">
        {t("hint")}
      </p>
    </div>
  );
}

/** A data URL of at most 100 kB: a larger picture is drawn smaller, so that a photograph straight from the phone will do. */
async function shrunk(file: File): Promise<string> {
  if (file.size <= most) return dataUrlOf(file);
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  for (const quality of [0.85, 0.7, 0.5]) {
    const smaller = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, "image/webp", quality);
    });
    if (smaller && smaller.size <= most) return dataUrlOf(smaller);
  }
  throw new Error("too large however small it is drawn");
}

const dataUrlOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
