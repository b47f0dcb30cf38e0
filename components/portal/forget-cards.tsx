import { cardCachePrefix } from "@/lib/kernel/card-cache";
import { OwnScript } from "./own-script";

/**
 * On every page that somebody sees who is not signed in: what a card left behind on this device is dropped. `only`: the
 * home of this card, for whoever is signed in and may have cards of other shops.
 */
export const ForgetCards = ({ only }: { only?: string }) => (
  <OwnScript text={`(${forget.toString()})(${JSON.stringify(cardCachePrefix + (only ?? ""))},${!only});`} />
);

// Sent as text: it may use nothing but its parameters and what a browser has.
function forget(begins: string, all: boolean) {
  // Without a secure origin there is no storage, and nothing was kept.
  if (!("caches" in window)) return;
  void caches.keys().then((names) => {
    for (const name of names) if (all ? name.startsWith(begins) : name === begins) void caches.delete(name);
  });
}
