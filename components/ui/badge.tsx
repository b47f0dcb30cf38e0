import type { ReactNode } from "react";

const tones = {
  plain: "bg-paper text-ink-2",
  accent: "bg-wash text-say",
  outline: "text-ink-2 inset-ring inset-ring-edge",
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
} as const;

export type BadgeTone = keyof typeof tones;

/** One or two words about the thing beside it. Never a percentage without its base. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-badge px-[7px] text-small/5 font-strong ${tones[tone]}`}>
      {children}
    </span>
  );
}
