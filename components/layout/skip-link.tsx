import { useTranslations } from "next-intl";

/** First stop of the Tab key: past the sign and the menus to what the page says (`<main id="content">`). */
export function SkipLink() {
  const t = useTranslations("ui");
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-float focus:px-4 focus:py-2.5 focus:font-strong focus:text-ink focus:shadow-float"
    >
      {t("skip")}
    </a>
  );
}
