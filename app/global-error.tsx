"use client";

import "./globals.css";

/**
 * The root layout itself broke: no language, no theme choice and no words are known any more, so it speaks both
 * languages and follows the device.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Regulars</title>
        <main className="mx-auto grid max-w-[640px] gap-6 px-5 py-12">
          <h1 className="text-answer">This page did not work.</h1>
          <p lang="tr" className="text-title">
            Bu sayfa açılamadı.
          </p>
          <button
            type="button"
            onClick={retry}
            className="min-h-11 w-fit rounded-control bg-accent px-4 font-strong text-on"
          >
            Try again · <span lang="tr">Yeniden deneyin</span>
          </button>
        </main>
      </body>
    </html>
  );
}
