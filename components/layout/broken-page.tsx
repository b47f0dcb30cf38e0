"use client";

import { createContext, type ReactNode, useContext } from "react";
import { Button } from "@/components/ui/button";

export type BrokenWords = { title: string; body: string; retry: string; reference: string };

const Words = createContext<BrokenWords | null>(null);

/**
 * Brings the few words of the error page to the browser with every page: when a page breaks it is too late to
 * fetch them, and the whole of next-intl would be too much for a phone.
 */
export function BrokenPageWords({ words, children }: { words: BrokenWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

/** What a person sees when a page broke: that nothing is lost, a way to try again, and the number in our log. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useContext(Words);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (!words) return null;
  return (
    <main id="content" className="mx-auto max-w-[640px] px-5 py-12 sm:px-6">
      <h1 className="text-answer">{words.title}</h1>
      <p className="mt-2 mb-6 text-ink-2">{words.body}</p>
      <Button variant="main" onClick={retry}>
        {words.retry}
      </Button>
      {digest ? (
        <p className="mt-6 text-small text-ink-2">{words.reference.replace("{digest}", digest)}</p>
      ) : null}
    </main>
  );
}
