"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { FieldGroup } from "@/components/ui/field";
import { shopColourStyle } from "@/components/ui/shop-colour";
import { TextField } from "@/components/ui/text-field";
import { isShopColour, shopColour, shopColourPresets } from "@/lib/kernel/shop-colour";

const presets = Object.keys(shopColourPresets) as (keyof typeof shopColourPresets)[];

/** The shop's colour: one of ours, or its own; shown in both themes as it will be, before it is saved. */
export function ColourField({
  colour,
  name,
  error,
  onChange,
}: {
  colour: string;
  /** The shop's name, for the preview's sign. */
  name: string;
  error: string | undefined;
  onChange: (colour: string) => void;
}) {
  const t = useTranslations("settings.colour");
  const hexOf = (value: string) => shopColour(value).light.accent;
  const chosen = isShopColour(colour) ? hexOf(colour) : null;
  const own = /^#[0-9a-f]{6}$/i.test(colour) ? colour : (chosen ?? "#1C6249");
  return (
    <FieldGroup legend={t("legend")} hint={t("hint")}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="flex gap-2">
          {presets.map((preset) => (
            <label
              key={preset}
              className="relative grid size-10 place-items-center rounded-control border border-line has-checked:inset-ring-2 has-checked:inset-ring-ink has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-11"
              style={{ background: shopColourPresets[preset].light.sign }}
            >
              <input
                type="radio"
                name="preset"
                value={preset}
                checked={chosen === hexOf(preset)}
                onChange={() => onChange(hexOf(preset))}
                className="absolute inset-0 cursor-pointer appearance-none rounded-control outline-none"
              />
              <span className="sr-only">{t(preset)}</span>
            </label>
          ))}
        </div>
        <TextField
          label={t("own")}
          value={colour}
          error={error}
          autoComplete="off"
          spellCheck={false}
          maxLength={7}
          onChange={(event) => onChange(event.currentTarget.value.trim())}
          className="w-40"
          before={
            <input
              type="color"
              aria-label={t("pick")}
              value={own.toLowerCase()}
              onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
              className="block size-6 cursor-pointer appearance-none border-0 bg-transparent p-0"
            />
          }
        />
      </div>
      {isShopColour(colour) ? (
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          <Preview colour={colour} name={name} theme="light" />
          <Preview colour={colour} name={name} theme="dark" />
        </div>
      ) : null}
    </FieldGroup>
  );
}

function Preview({ colour, name, theme }: { colour: string; name: string; theme: "light" | "dark" }) {
  const t = useTranslations("settings.colour");
  return (
    <div
      data-theme={theme}
      style={shopColourStyle(colour, theme)}
      className="overflow-hidden rounded-control border border-line bg-sheet text-ink"
    >
      <p className="truncate bg-sign px-4 text-white text-shop-bar">{name}</p>
      <div aria-hidden className="flex flex-wrap items-center gap-3 px-4 py-3">
        <span className={buttonClass("main", "s")}>{t("sampleButton")}</span>
        <span className="link">{t("sampleLink")}</span>
        <Badge tone="accent">{t("sampleBadge")}</Badge>
      </div>
      <p className="px-4 pb-2.5 text-small text-ink-2">{t(theme)}</p>
    </div>
  );
}
