import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { cardWorker } from "./card-worker";

type Listener = (event: object) => void;

/** Which of these navigations the worker of /c/kose answers itself. */
function answered(paths: string[]): string[] {
  const listeners: Record<string, Listener> = {};
  const addEventListener = (type: string, listener: Listener) => {
    listeners[type] = listener;
  };
  const said = { title: "", body: "", kept: "Kept", back: "" };
  const fetch = () => Promise.reject(new Error("no connection"));
  const caches = { open: async () => ({ match: async () => undefined }) };
  const self = { addEventListener };
  const location = { origin: "https://shop.example" };
  runInNewContext(cardWorker("/c/kose", { en: said, tr: said }), {
    self,
    caches,
    fetch,
    location,
    URL,
    setTimeout,
  });
  return paths.filter((path) => {
    let isAnswered = false;
    const respondWith = (answer: Promise<unknown>) => {
      isAnswered = true;
      answer.catch(() => {});
    };
    const request = { url: `https://shop.example${path}`, mode: "navigate", method: "GET" };
    listeners.fetch?.({ request, respondWith, waitUntil: () => {} });
    return isAnswered;
  });
}

test("a shop whose word begins like another's is not served by the other's worker, though it is in its scope", () => {
  const ours = ["/c/kose", "/c/kose?x=1", "/c/kose/history?q=a"];
  expect(answered([...ours, "/c/kose-kahve", "/c/kose-kahve/history"])).toEqual(ours);
});
