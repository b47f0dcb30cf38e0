"use client";

import { Delete } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Icon } from "@/components/ui/icon";

/** Digits under the thumb, on devices without keys. */
export function Keypad({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTranslations("till.what");
  const { locale } = useWords();
  const mark = locale === "tr" ? "," : ".";
  const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", mark, "0"];
  const key =
    "grid h-13 place-items-center rounded-control border border-line bg-float text-section active:bg-wash";
  return (
    <fieldset className="hidden grid-cols-3 gap-2 pointer-coarse:grid">
      <legend className="sr-only">{t("keypad")}</legend>
      {keys.map((digit) => (
        <button
          key={digit}
          type="button"
          className={key}
          onClick={() => (digit === mark && text.includes(mark) ? undefined : onText(text + digit))}
        >
          {digit}
        </button>
      ))}
      <button
        type="button"
        aria-label={t("delete")}
        className={key}
        onClick={() => onText(text.slice(0, -1))}
      >
        <Icon of={Delete} size={22} />
      </button>
    </fieldset>
  );
}
