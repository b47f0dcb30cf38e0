import { useTranslations } from "next-intl";
import { wordDiff } from "./word-diff";

/** A sentence with what changed in it: what is gone struck, what is new on the shop's tint. */
export function Changed({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations("rules.difference");
  if (before === after) return after;
  if (after === null) return <Gone label={t("gone")}>{before}</Gone>;
  if (before === null) return <Fresh label={t("new")}>{after}</Fresh>;
  return wordDiff(before, after).map(({ kind, text, at }) => (
    <span key={at}>
      {at > 0 ? " " : null}
      {kind === "same" ? text : null}
      {kind === "gone" ? <Gone label={t("gone")}>{text}</Gone> : null}
      {kind === "new" ? <Fresh label={t("new")}>{text}</Fresh> : null}
    </span>
  ));
}

function Gone({ label, children }: { label: string; children: string | null }) {
  return (
    <del className="text-ink-3">
      <span className="sr-only">{label} </span>
      {children}
    </del>
  );
}

function Fresh({ label, children }: { label: string; children: string }) {
  return (
    <ins className="box-decoration-clone bg-[linear-gradient(transparent_16%,var(--wash-2)_16%_84%,transparent_84%)] px-[0.15em] no-underline">
      <span className="sr-only">{label} </span>
      {children}
    </ins>
  );
}
