import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";

/** A mailed link that was used or has expired, and where to get another (an invitation: from whom). */
export async function LinkOver({ again }: { again?: string }) {
  const t = await getTranslations("signIn.expired");
  return (
    <>
      <h1 className="text-answer">{t("title")}</h1>
      <p className="mt-2 mb-6 text-ink-2">
        {t("body")} {again ? null : t("invite")}
      </p>
      {again ? (
        <ButtonLink href={again} variant="main">
          {t("again")}
        </ButtonLink>
      ) : null}
    </>
  );
}
