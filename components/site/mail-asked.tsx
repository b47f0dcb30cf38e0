import type { MailAsked } from "@/lib/access/actions";

export interface MailAskedWords {
  /** What happens now, with mail and without; {email} is filled in. */
  sentTitle: string;
  sent: string;
  keptTitle: string;
  kept: string;
  again: string;
}

/** After an address was given: where the link went, and how to begin again. */
export function MailWasAsked({
  data,
  words,
  here,
}: {
  data: MailAsked;
  words: MailAskedWords;
  /** The page's own address, to begin again. */
  here: string;
}) {
  const [before, after] = (data.mailed ? words.sent : words.kept).split("{email}");
  return (
    <div role="status">
      <p className="mt-4 text-title">{data.mailed ? words.sentTitle : words.keptTitle}</p>
      <p className="mt-1 text-ink-2">
        {before}
        <b className="font-strong wrap-anywhere text-ink">{data.email}</b>
        {after}
      </p>
      <p className="mt-5">
        {/* A plain link: the page begins again, without what was answered. */}
        <a href={here} className="link">
          {words.again}
        </a>
      </p>
    </div>
  );
}
