import { cardCachePrefix } from "@/lib/kernel/card-cache";
import { OwnScript } from "./own-script";

/** On every page that somebody sees who is not signed in: what a card left behind on this device is dropped. */
export const ForgetCards = () => (
  <OwnScript text={`(${forget.toString()})(${JSON.stringify(cardCachePrefix)});`} />
);

// Sent as text: it may use nothing but its parameter and what a browser has.
function forget(prefix: string) {
  // Without a secure origin there is no storage, and nothing was kept.
  if (!("caches" in window)) return;
  void caches.keys().then((names) => {
    for (const name of names) if (name.startsWith(prefix)) void caches.delete(name);
  });
}
