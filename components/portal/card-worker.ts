import { cardCachePrefix } from "@/lib/kernel/card-cache";
import type { Locale } from "@/lib/kernel/i18n/locale";

/** The page that answers a form which could not be sent. */
export interface WorkerWords {
  title: string;
  body: string;
  /** Said where the browser does keep what was typed: for whoever is signed in. */
  kept: string;
  back: string;
}

/**
 * The service worker of one program's card, as the text that the browser gets. It keeps the card as it was last shown,
 * without scripts, and shows it when there is no connection, or a proxy that says that it reaches nobody, with the line that
 * says since when it was known. Everything else goes to the network. Whoever is sent to the sign-in is not, or no longer,
 * signed in: then nothing is kept. It is the same text for everybody, with its words in every language: one that changes takes
 * the place of the one at work, and a page that is asked for at that moment may never come; see
 * docs/adr/0068-a-service-worker-changes-with-the-program-only.md.
 */
export const cardWorker = (home: string, words: Record<Locale, WorkerWords>): string =>
  `"use strict";
const home = ${JSON.stringify(home)}, prefix = ${JSON.stringify(cardCachePrefix)}, store = prefix + home;
const words = ${JSON.stringify(words)};
(${worker.toString()})();
`;

// Sent as text: it may use nothing but the four constants above and what a service worker has.
declare const home: string;
declare const prefix: string;
declare const store: string;
declare const words: Record<Locale, WorkerWords>;

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
  /** What was asked for before a card was forgotten is not kept when it comes. */
  let era = 0;
  const forget = async () => {
    era += 1;
    await caches.delete(store);
  };
  /** Every card on this device, for the session is over for all of them. */
  const forgetAll = async () => {
    era += 1;
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  };
  const isCard = (url: URL) => url.pathname === home || url.pathname === `${home}/`;
  const leadsOut = (response: Response) => /\/(sign-in|join|left)(\/|$)/.test(new URL(response.url).pathname);

  /** The page as it looks, with what it looks that way by; scripts would only miss what is not there. */
  const keep = async (response: Response, asked: number) => {
    const html = (await response.text())
      .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
      .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
      .replace(/(data-offline-note(?:="[^"]*")?) hidden(?:="[^"]*")?/, "$1");
    if (asked !== era) return;
    const cache = await caches.open(store);
    await cache.put(home, new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } }));
    for (const [, path] of html.matchAll(/href="(\/_next\/static\/[^"]+\.css[^"]*)"/g)) {
      if (!path || (await cache.match(path))) continue;
      const sheet = await fetch(path);
      if (!sheet.ok) continue;
      await cache.put(path, sheet.clone());
      for (const [, face] of (await sheet.text()).matchAll(/url\(["']?([^"')]+\.(?:woff2|otf)[^"')]*)/g)) {
        const url = new URL(face ?? "", new URL(path, location.origin)).pathname;
        const file = await fetch(url);
        if (file.ok) await cache.put(url, file);
      }
    }
  };

  const fresh = async () => {
    const asked = era;
    const response = await fetch(home, { credentials: "same-origin", headers: { accept: "text/html" } });
    if (leadsOut(response)) await forget();
    else if (response.ok) await keep(response, asked);
  };

  const sent = async (request: Request) => {
    const asked = era;
    const response = await fetch(request);
    // A redirect that the browser follows by itself comes here again, as the page that it leads to.
    const to = response.type === "opaqueredirect" ? null : new URL(response.url);
    if (request.method === "POST" && /\/sign-out$/.test(new URL(request.url).pathname)) await forgetAll();
    else if (to && leadsOut(response)) await forget();
    else if (to && response.ok && isCard(to) && request.method === "GET") await keep(response.clone(), asked);
    return response;
  };

  /** Said by what stands before the shop, when the shop itself does not answer. */
  const isProxy = ({ status }: Response) => status === 502 || status === 503 || status === 504;

  const tooLate = (seconds: number) =>
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error("too late")), seconds * 1000));

  const look = async (request: Request, answer: Promise<Response>) => {
    const kept = await (await caches.open(store)).match(home);
    if (!kept) return answer;
    const isHome = isCard(new URL(request.url));
    try {
      // At the till nobody waits for a line that says nothing; what is not kept may take longer.
      const response = await Promise.race([answer, tooLate(isHome ? 4 : 15)]);
      if (!isProxy(response)) return response;
    } catch {
      // There is no connection.
    }
    // Another page of the card is not kept: the card is what can be shown.
    return isHome ? kept : Response.redirect(`${home}/`);
  };

  const asPage = (html: string) =>
    new Response(`<!doctype html><html><meta charset="utf-8">${html}`, {
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    });
  /** What was typed waits for its page, which the script of the forms fills in again; see form-script.ts. `then`: where it is. */
  const wait = (then: string) =>
    `<script>try{const p=${JSON.stringify(`regulars typed ${home}`)},k=JSON.parse(localStorage.getItem(p));if(k){localStorage.setItem(p,JSON.stringify({...k,lost:true}));${then}}}catch{}</script>`;

  /** The answer to a form is nowhere kept: whoever goes back to it gets its page anew, with what was typed. */
  const cameBackTo = ({ url }: Request) =>
    asPage(`${wait("")}<script>location.replace(${JSON.stringify(url).replace(/</g, "\\u003c")})</script>`);

  const notSent = (request: Request) => {
    const back = request.referrer.startsWith(`${location.origin}${home}`) ? request.referrer : home;
    const escaped = back.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const said = Object.entries(words).map(
      ([locale, { title, body, kept, back }]) =>
        `<main lang="${locale}" hidden><h1>${title}</h1><p>${body}</p><p data-kept hidden>${kept}</p><p><a href="${escaped}">${back}</a></p></main>`,
    );
    return asPage(
      `<meta name="viewport" content="width=device-width">
<style>:root{color-scheme:light dark;font:17px/1.5 system-ui}body{max-width:32rem;margin:3rem auto;padding:0 1.5rem}a{color:inherit;display:inline-block;padding:.6rem 0}</style>
${said.join("")}
<script>{let was;try{was=JSON.parse(localStorage.getItem("regulars language"))?.lang}catch{}
const all=[...document.querySelectorAll("main")],its=[was,...navigator.languages.map((one)=>one.split("-")[0])],said=its.map((one)=>all.find(({lang})=>lang===one)).find(Boolean)??all[0];
all.forEach((one)=>one===said||one.remove());said.hidden=false;document.documentElement.lang=said.lang;document.title=said.querySelector("h1").textContent}</script>
${wait('document.querySelector("[data-kept]").hidden=false')}`,
    );
  };

  const page = (event: FetchEvent) => {
    const { request } = event;
    if (request.method === "POST" && request.cache === "only-if-cached")
      return Promise.resolve(cameBackTo(request));
    const answer = sent(request);
    // The card that comes too late to be shown is kept all the same; what a form did changes what the card says, and maybe its language.
    const after = request.method === "POST" ? answer.then(fresh) : answer;
    event.waitUntil(after.catch(() => {}));
    if (request.method === "GET") return look(request, answer);
    return answer.then(
      (response) => (isProxy(response) ? notSent(request) : response),
      () => notSent(request),
    );
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
    event.waitUntil(fresh().catch(() => {}));
  });
  scope.addEventListener("activate", (event: WorkerEvent) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("fetch", (event: FetchEvent) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== location.origin) return;
    // The scope is a beginning: that of a shop whose name begins like another's covers the other's pages, too.
    const isOurs = isCard(url) || url.pathname.startsWith(`${home}/`);
    if (request.mode === "navigate" && isOurs) event.respondWith(page(event));
    else if (/^\/_next\/static\/.+\.(css|woff2|otf)$/.test(url.pathname)) event.respondWith(part(request));
  });
}
