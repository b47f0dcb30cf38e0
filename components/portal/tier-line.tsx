import { Strokes } from "@/components/ui/strokes";

export interface TierSaid {
  says: { headline: string | null; standing: string | null; counted: string | null };
  keep: { done: number; need: number; metric: string } | null;
  next: { done: number; need: number; metric: string } | null;
}

/** Where a member stands, in a sentence, and below it what is done and missing: strokes to be counted, or a bar. */
export function TierLine({ tier }: { tier: TierSaid }) {
  const { headline, standing, counted } = tier.says;
  const shown = tier.keep ?? tier.next;
  const sentence = headline ?? standing;
  if (!sentence) return null;
  return (
    <section>
      <h2 className="text-section text-balance">{sentence}</h2>
      {shown && counted ? (
        <div className="mt-2">
          <Strokes done={shown.done} of={shown.need} label={counted} caption={counted} />
        </div>
      ) : null}
    </section>
  );
}
