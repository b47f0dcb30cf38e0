import { getLocale, getTranslations } from "next-intl/server";
import { cardWorker } from "@/components/portal/card-worker";
import { workerResponse } from "@/lib/access/worker-response";

export async function GET(_request: Request, { params }: { params: Promise<{ program: string }> }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("portal.notSent")]);
  const words = { locale, title: t("title"), body: t("body"), kept: t("kept"), back: t("back") };
  return workerResponse(
    params,
    (slug) => `/c/${slug}`,
    (home) => cardWorker(home, words),
  );
}
