"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { FieldError } from "@/components/ui/field";

/** Larger ones are refused here already: they need not travel. */
const most = 100 * 1024;
const kinds = ["image/png", "image/jpeg", "image/webp"];

/** The shop's picture: chosen from the device, shown at once, sent with the form. */
export function LogoField({
  logo,
  error,
  onChange,
}: {
  /** As a data URL. */
  logo: string | null;
  error: string | undefined;
  onChange: (logo: string | null) => void;
}) {
  const t = useTranslations("settings.logo");
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const take = (file: File | undefined) => {
    if (!file) return;
    if (!kinds.includes(file.type)) setWrong(t("kind"));
    else if (file.size > most) setWrong(t("size"));
    else {
      setWrong(undefined);
      const reader = new FileReader();
      reader.onload = () => onChange(typeof reader.result === "string" ? reader.result : null);
      reader.readAsDataURL(file);
    }
  };
  const shown = wrong ?? error;
  return (
    <div>
      <p className="mb-1.5 text-small font-strong" id={`${id}-label`}>
        {t("legend")}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {logo ? (
          // biome-ignore lint/performance/noImgElement: a data URL of at most 100 kB has nothing to optimise
          <img
            src={logo}
            alt={t("alt")}
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
          {t(logo ? "change" : "choose")}
          <input
            type="file"
            accept={kinds.join(",")}
            aria-describedby={`${id}-hint`}
            className="absolute inset-0 cursor-pointer opacity-0"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
        {logo ? (
          <Button variant="bare" onClick={() => onChange(null)}>
            {t("remove")}
          </Button>
        ) : null}
      </div>
      <div className="mt-1.5 grid gap-1" role="alert">
        {shown ? <FieldError>{shown}</FieldError> : null}
      </div>
      <p id={`${id}-hint`} className="text-small text-ink-2">
        {t("hint")}
      </p>
    </div>
  );
}
