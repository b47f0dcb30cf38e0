"use client";

import { CloudOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useDayWords } from "@/components/merchant/use-day-words";
import { Icon } from "@/components/ui/icon";

const root = () => document.documentElement.dataset;
const never = () => () => {};

/** Between two looks whether there is a connection again, where the device itself does not know. */
const patience = 15_000;

/**
 * Has the till open without a connection, and says so where it did: the page is then as it was kept. As soon as there is a
 * connection it is drawn anew, with what is typed staying where it is.
 */
export function KeptTill({ drawnAt }: { drawnAt: string }) {
  const t = useTranslations("till.offline");
  const { slug } = useShop();
  const { ago, time } = useDayWords();
  const router = useRouter();
  const [first] = useState(drawnAt);
  const kept = useSyncExternalStore(
    never,
    () => root().kept,
    () => undefined,
  );
  const isKept = kept !== undefined && first === drawnAt;

  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const home = `/m/${slug}/till`;
    const [opened] = performance.getEntriesByType("navigation");
    navigator.serviceWorker.register(`${home}/sw.js`, { scope: home }).then(
      ({ active }) => {
        // Whoever came here from another page did not ask for this one as a page of its own.
        if (opened && new URL(opened.name).pathname !== home) active?.postMessage("fresh");
      },
      () => {},
    );
  }, [slug]);

  useEffect(() => {
    if (first !== drawnAt && root().kept !== undefined) {
      delete root().kept;
      // Where the device had a network all along, nobody else says so: what waits is sent at once.
      dispatchEvent(new Event("online"));
    }
    if (!isKept) return;
    const look = async () => {
      if (!navigator.onLine) return;
      const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) router.refresh();
    };
    void look();
    const timer = setInterval(look, patience);
    addEventListener("online", look);
    return () => {
      clearInterval(timer);
      removeEventListener("online", look);
    };
  }, [first, drawnAt, isKept, router]);

  return (
    <div role="status">
      {isKept ? (
        <p className="flex items-start gap-2.5 bg-warn-wash px-5 py-2 sm:px-6">
          <Icon of={CloudOff} className="mt-0.5" />
          <span>
            <b className="text-warn">{t("title")}</b> {t("body", { day: ago(kept), time: time(kept) })}
          </span>
        </p>
      ) : null}
    </div>
  );
}
