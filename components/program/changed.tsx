import { useTranslations } from "next-intl";
import { wordDiff } from "./word-diff";

/** A sentence with what changed in it: what is gone struck, what is new on the shop's tint. */
export function Changed({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations("rules.difference");
  if (before === after) return after;
  if (after === null) return <Gone label={t("gone")}>{before}</Gone>;
  if (before === null) return <Fresh label={t("new")}>{after}</Fresh>;
  return wordDiff(before, after).map(({ kind, text, at }, index, runs) => {
    if (kind === "same") return <span key={at}>{text}</span>;
    return kind === "gone" ? (
      <Gone key={at} label={t("gone")}>
        {text}
      </Gone>
    ) : (
      <span key={at}>
        {runs[index - 1]?.kind === "gone" ? " " : null}
        <Fresh label={t("new")}>{text}</Fresh>
      </span>
    );
  });
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
    <ins className="bg-wash-2 box-decoration-clone px-[0.12em] no-underline">
      <span className="sr-only">{label} </span>
      {children}
    </ins>
  );
}
