import { useTranslations } from "next-intl";
import { SiteShell } from "@/components/layout/site-shell";
import { ButtonLink } from "@/components/ui/button";

/** No such page, or one that is not the reader's: the two look alike on purpose. */
export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <SiteShell width="text">
      <title>{t("title")}</title>
      <h1 className="text-answer">{t("title")}</h1>
      <p className="mt-2 mb-6 text-ink-2">{t("body")}</p>
      <ButtonLink href="/" variant="main">
        {t("home")}
      </ButtonLink>
    </SiteShell>
  );
}
