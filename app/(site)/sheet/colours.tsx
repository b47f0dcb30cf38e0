import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { shopColourStyle } from "@/components/ui/shop-colour";
import { contrast } from "@/lib/kernel/oklch";
import { grounds, shopColour, shopColourPresets } from "@/lib/kernel/shop-colour";
import { Part } from "./part";

const themes = ["light", "dark"] as const;

export function SheetColours() {
  return (
    <>
      <Part name="Type" className="md:col-span-5">
        <TypeLine size="56/56 Besley" className="text-figure">
          1,284
        </TypeLine>
        <TypeLine size="36/42" className="text-answer">
          7 in 10 come back
        </TypeLine>
        <TypeLine size="26/32" className="text-section">
          Six visits keep you Gold.
        </TypeLine>
        <TypeLine size="20/26" className="text-title">
          Every ₺10 spent earns 1 point.
        </TypeLine>
        <TypeLine size="15/22 Figtree" className="text-body">
          Staff text. <b>Strong is 600.</b> Yeldeğirmeni, İğne, ığŞç
        </TypeLine>
        <TypeLine size="13/18" className="text-small">
          The smallest size, for captions
        </TypeLine>
      </Part>
      <Part name="Colour" className="md:col-span-7">
        {themes.map((theme) => (
          <Palette key={theme} theme={theme} />
        ))}
        <div className="flex flex-wrap items-center gap-2.5">
          <Badge tone="warn">warn, needs a look</Badge>
          <Badge tone="bad">bad, went wrong</Badge>
          <span className="text-small text-ink-2">
            Text is 4.5:1 or more on what it stands on, control edges 3:1.
          </span>
        </div>
      </Part>
      <Part name="The merchant's colour, light and dark" className="md:col-span-12">
        <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
          {Object.keys(shopColourPresets).map((name) => (
            <Shop key={name} name={name} colour={name} />
          ))}
        </div>
      </Part>
      <Part name="Colours of shops' own, derived" className="md:col-span-12">
        <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
          {["#FFD400", "#E4002B", "#00A3E0", "#111111"].map((hex) => (
            <Shop key={hex} name={hex} colour={hex} />
          ))}
        </div>
      </Part>
    </>
  );
}

function TypeLine({ size, className, children }: { size: string; className: string; children: ReactNode }) {
  return (
    <p className="mb-1.5 grid grid-cols-[104px_1fr] items-baseline">
      <span className="text-small text-ink-3">{size}</span>
      <span className={className}>{children}</span>
    </p>
  );
}

const swatches = [
  ["sheet", "bg-sheet"],
  ["paper", "bg-paper"],
  ["float", "bg-float"],
  ["line", "bg-line"],
  ["edge", "bg-edge"],
  ["ink-3", "bg-ink-3"],
  ["ink-2", "bg-ink-2"],
  ["ink", "bg-ink"],
] as const;

function Palette({ theme }: { theme: "light" | "dark" }) {
  return (
    <div
      data-theme={theme}
      className="mb-2.5 grid grid-cols-4 gap-y-3 rounded-control border border-line bg-sheet px-3.5 pt-3.5 pb-2.5 text-ink sm:grid-cols-8"
    >
      {swatches.map(([name, fill]) => (
        <div key={name} className="text-small/[17px]">
          <i className={`mb-1.5 block size-[34px] rounded-full inset-ring inset-ring-edge/35 ${fill}`} />
          <b className="block">{name}</b>
        </div>
      ))}
    </div>
  );
}

function Shop({ name, colour }: { name: string; colour: string }) {
  const palette = shopColour(colour);
  const figures = (pair: (theme: "light" | "dark") => [string, string]) =>
    themes.map((theme) => contrast(...pair(theme)).toFixed(1)).join(" / ");
  return (
    <div>
      {themes.map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          style={shopColourStyle(colour, theme)}
          className="mb-1.5 flex h-11 items-center gap-2.5 overflow-hidden rounded-control border border-line bg-sheet pr-2 text-small whitespace-nowrap text-ink"
        >
          <b className="bg-sign px-[13px] font-display text-[18px]/11 font-normal text-white">Köşe</b>
          <Button variant="main" size="s" className="min-h-7!">
            Get it
          </Button>
          <span className="link">Use them</span>
          <Badge tone="accent">Gold</Badge>
        </div>
      ))}
      <p className="text-small text-ink-2">
        <b className="text-ink">{name}</b> {palette.light.accent} / {palette.dark.accent}
        <br />
        sign {figures((theme) => ["#FFFFFF", palette[theme].sign])}, button{" "}
        {figures((theme) => [palette[theme].on, palette[theme].accent])}
        <br />
        link {figures((theme) => [palette[theme].say, grounds[theme].sheet])}, badge{" "}
        {figures((theme) => [palette[theme].say, palette[theme].wash])}
      </p>
    </div>
  );
}
