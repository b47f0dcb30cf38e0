import { Rehearsal } from "@/components/program/rehearsal";
import { ask } from "@/lib/access/ask";
import type { StaffSession } from "@/lib/access/session";
import { rehearseDraft } from "@/lib/earning/queries/rehearse-draft";

/** What the draft would have given; nothing while there is nothing to tell. It comes after the page: it takes its time. */
export async function Rehearsed({ session: { actor, shop } }: { session: StaffSession }) {
  const rehearsed = await ask(actor, rehearseDraft, {});
  if (!rehearsed) return null;
  return <Rehearsal of={rehearsed} slug={shop.slug} currency={shop.currency} pointName={shop.pointName} />;
}
