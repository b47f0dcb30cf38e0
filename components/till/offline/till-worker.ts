import { tillCachePrefix } from "@/lib/kernel/till-cache";

/**
 * The service worker of one program's till, as the text that the browser gets. It keeps the till's page as the network last
 * gave it, with all that it is made of, and opens it when there is no connection, with the instant it was kept at on its root.
 * A proxy that says that it reaches nobody is no connection either; what we answer ourselves is an answer, a fault included.
 * While there is one everything comes from there. Whoever is sent to the sign-in is not, or no longer, signed in: then
 * nothing is kept.
 */
export const tillWorker = (home: string): string =>
  `"use strict";
const home = ${JSON.stringify(home)}, store = ${JSON.stringify(tillCachePrefix + home)};
(${worker.toString()})();
`;

// Sent as text: it may use nothing but the two constants above and what a service worker has.
declare const home: string;
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
    clients: { claim(): Promise<void> };
  };
  const isTill = (url: string) => new URL(url).pathname === home;

  /**
   * All or nothing: a page without one of its parts would not open. `cache` was opened before the page was asked for, so
   * that what somebody who signs out has dropped meanwhile is not there again afterwards.
   */
  const keep = async (cache: Cache, html: string) => {
    const parts = new Set(
      [...html.matchAll(/\/_next\/static\/[^"'\\\s)<>]+\.(?:js|css|woff2)/g)].map(([path]) => path),
    );
    for (const path of parts) {
      const part = await fetch(path);
      if (!part.ok) return;
      await cache.put(path, part.clone());
      if (!path.endsWith(".css")) continue;
      // What a style sheet leads to is looked at in its turn: a set hands out what is added while it is read.
      for (const [, face] of (await part.text()).matchAll(/url\(["']?([^"')]+\.woff2)/g)) {
        parts.add(new URL(face ?? "", new URL(path, location.origin)).pathname);
      }
    }
    const kept = html.replace("<html", `<html data-kept="${new Date().toISOString()}"`);
    await cache.put(home, new Response(kept, { headers: { "content-type": "text/html; charset=utf-8" } }));
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (pathname !== home && !parts.has(pathname)) await cache.delete(url);
    }
  };

  const fresh = async () => {
    const cache = await caches.open(store);
    const response = await fetch(home, { credentials: "same-origin", headers: { accept: "text/html" } });
    if (!isTill(response.url)) await caches.delete(store);
    else if (response.ok) await keep(cache, await response.text());
  };

  const isProxy = ({ status }: Response) => status === 502 || status === 503 || status === 504;

  /** What the network gives; without an answer of ours what was kept of it, if anything was. */
  const orKept = async (request: Request, kept: () => Promise<Response | undefined>) => {
    try {
      const response = await fetch(request);
      return isProxy(response) ? ((await kept()) ?? response) : response;
    } catch (error) {
      const found = await kept();
      if (!found) throw error;
      return found;
    }
  };

  const page = async (event: FetchEvent) => {
    const cache = await caches.open(store);
    const response = await orKept(event.request, () => cache.match(home));
    // What was kept has no address; a redirect is followed by the browser itself, and leads out of here.
    if (response.ok && response.url !== "" && isTill(response.url)) {
      const read = response.clone().text();
      event.waitUntil(read.then((html) => keep(cache, html)).catch(() => {}));
    }
    return response;
  };

  const part = (request: Request) =>
    orKept(request, async () => (await caches.open(store)).match(new URL(request.url).pathname));

  scope.addEventListener("install", (event: WorkerEvent) => {
    event.waitUntil(fresh().catch(() => {}));
  });
  scope.addEventListener("activate", (event: WorkerEvent) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("message", (event: WorkerEvent) => event.waitUntil(fresh().catch(() => {})));
  scope.addEventListener("fetch", (event: FetchEvent) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== location.origin || request.method !== "GET") return;
    if (request.mode === "navigate" && isTill(request.url)) event.respondWith(page(event));
    else if (/^\/_next\/static\/.+\.(js|css|woff2)$/.test(url.pathname)) event.respondWith(part(request));
  });
}
