import { cardCachePrefix } from "@/lib/kernel/card-cache";

/**
 * The service worker of one program's card, as the text that the browser gets. It keeps the card as it was last shown,
 * without scripts, and shows it when there is no connection, or a proxy that says that it reaches nobody, with the line that
 * says since when it was known. Everything else goes to the network. Whoever is sent to the sign-in is not, or no longer, signed in: then nothing is kept.
 */
export const cardWorker = (home: string): string =>
  `"use strict";
const home = ${JSON.stringify(home)}, prefix = ${JSON.stringify(cardCachePrefix)}, store = prefix + home;
(${worker.toString()})();
`;

// Sent as text: it may use nothing but the three constants above and what a service worker has.
declare const home: string;
declare const prefix: string;
declare const store: string;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

function worker() {
  const scope = self as unknown as {
    addEventListener(type: string, listener: (event: never) => void): void;
    skipWaiting(): Promise<void>;
    clients: { claim(): Promise<void> };
  };
  const forget = async () => {
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  };
  const isCard = (url: URL) => url.pathname === home;
  const leadsOut = (response: Response) => /\/(sign-in|join|left)(\/|$)/.test(new URL(response.url).pathname);

  /** The page as it looks, with what it looks that way by; scripts would only miss what is not there. */
  const keep = async (response: Response) => {
    const html = (await response.text())
      .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
      .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
      .replace(/(data-offline-note(?:="[^"]*")?) hidden(?:="[^"]*")?/, "$1");
    const cache = await caches.open(store);
    await cache.put(home, new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } }));
    for (const [, path] of html.matchAll(/href="(\/_next\/static\/[^"]+\.css[^"]*)"/g)) {
      if (!path || (await cache.match(path))) continue;
      const sheet = await fetch(path);
      if (!sheet.ok) continue;
      await cache.put(path, sheet.clone());
      for (const [, face] of (await sheet.text()).matchAll(/url\(["']?([^"')]+\.woff2[^"')]*)/g)) {
        const url = new URL(face ?? "", new URL(path, location.origin)).pathname;
        const file = await fetch(url);
        if (file.ok) await cache.put(url, file);
      }
    }
  };

  const fresh = async () => {
    const response = await fetch(home, { credentials: "same-origin", headers: { accept: "text/html" } });
    if (leadsOut(response)) await forget();
    else if (response.ok) await keep(response);
  };

  const isProxy = ({ status }: Response) => status === 502 || status === 503 || status === 504;

  const shownInstead = async (request: Request) => {
    const kept = request.method === "GET" ? await caches.match(home) : undefined;
    // Another page of the card is not kept: the card is what can be shown.
    return kept && !isCard(new URL(request.url)) ? Response.redirect(home) : kept;
  };

  const page = async (request: Request) => {
    try {
      const response = await fetch(request);
      const instead = isProxy(response) ? await shownInstead(request) : undefined;
      if (instead) return instead;
      // A redirect that the browser follows by itself comes here again, as the page that it leads to.
      const to = response.type === "opaqueredirect" ? null : new URL(response.url);
      if (request.method === "POST" && /\/sign-out$/.test(new URL(request.url).pathname)) await forget();
      else if (to && leadsOut(response)) await forget();
      else if (to && response.ok && isCard(to) && request.method === "GET") await keep(response.clone());
      return response;
    } catch (error) {
      const kept = await shownInstead(request);
      if (!kept) throw error;
      return kept;
    }
  };

  /** Style sheets and typefaces are named by what is in them: the same name is the same file. */
  const part = async (request: Request) => {
    const cache = await caches.open(store);
    const kept = await cache.match(request.url);
    if (kept) return kept;
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  };

  scope.addEventListener("install", (event: WorkerEvent) => {
    event.waitUntil(
      scope
        .skipWaiting()
        .then(fresh)
        .catch(() => {}),
    );
  });
  scope.addEventListener("activate", (event: WorkerEvent) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("message", (event: WorkerEvent) => event.waitUntil(fresh().catch(() => {})));
  scope.addEventListener("fetch", (event: FetchEvent) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== location.origin) return;
    if (request.mode === "navigate") event.respondWith(page(request));
    else if (/^\/_next\/static\/.+\.(css|woff2)$/.test(url.pathname)) event.respondWith(part(request));
  });
}
