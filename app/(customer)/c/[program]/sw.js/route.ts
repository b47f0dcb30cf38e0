import { getTranslations } from "next-intl/server";
import { cardWorker, type WorkerWords } from "@/components/portal/card-worker";
import { workerResponse } from "@/lib/access/worker-response";
import { type Locale, locales } from "@/lib/kernel/i18n/locale";

export async function GET(_request: Request, { params }: { params: Promise<{ program: string }> }) {
  const words = Object.fromEntries(await Promise.all(locales.map(wordsIn))) as Record<Locale, WorkerWords>;
  return workerResponse(
    params,
    (slug) => `/c/${slug}`,
    (home) => cardWorker(home, words),
  );
}

async function wordsIn(locale: Locale): Promise<[Locale, WorkerWords]> {
  const t = await getTranslations({ locale, namespace: "portal.notSent" });
  return [locale, { title: t("title"), body: t("body"), kept: t("kept"), back: t("back") }];
}
