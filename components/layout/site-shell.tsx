import type { ReactNode } from "react";
import { LocaleSwitch, ThemeSwitch } from "@/components/ui/preferences";
import { ShopColour } from "@/components/ui/shop-colour";
import { SignName } from "./sign";
import { SkipLink } from "./skip-link";

const widths = { form: "max-w-[400px]", text: "max-w-[640px]", page: "max-w-[1040px]" };

/**
 * Pages that belong to nobody in particular: landing, sign-in, set-up, what was not found. Painted forest, the
 * product's own colour, or a shop's when its page sent the reader here.
 */
export function SiteShell({
  name = "Regulars",
  href = "/",
  colour = "forest",
  width = "page",
  aside,
  children,
}: {
  name?: string;
  href?: string;
  colour?: string;
  width?: keyof typeof widths;
  /** At the right of the sign: a link such as "Sign in". */
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <ShopColour colour={colour} />
      <SkipLink />
      <header className="bg-sign text-white">
        <div className="mx-auto flex h-14 max-w-[1120px] items-center justify-between gap-4 px-5 sm:px-6">
          <SignName name={name} href={href} />
          {aside}
        </div>
      </header>
      <main id="content" className={`mx-auto w-full grow px-5 pt-10 pb-16 sm:px-6 ${widths[width]}`}>
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex max-w-[1120px] flex-wrap items-center justify-between gap-x-8 px-5 py-2 sm:px-6">
          <LocaleSwitch />
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}
