import { getLocale, getTranslations } from "next-intl/server";
import { Story, type StoryPlace } from "@/components/members/story";
import { Pages } from "@/components/ui/pages";
import type { StaffActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { memberStory } from "@/lib/timeline/queries/member-story";
import type { StoryPart } from "@/lib/timeline/schemas";
import { mayRole } from "../../../areas";
import { orNull } from "../../../or-null";

/** Everything that happened to a member, or one part of it, a page at a time. */
export async function StoryView({
  actor,
  id,
  part,
  cursor,
  here,
  place,
}: {
  actor: StaffActor;
  id: string;
  part: StoryPart | undefined;
  cursor: string | undefined;
  here: string;
  place: Omit<StoryPlace, "member" | "mayRefund">;
}) {
  const [t, locale] = await Promise.all([getTranslations("members.pages"), getLocale()]);
  const asked = { id, part, locale };
  // An address whose place is made up is answered with the beginning.
  const page =
    (cursor ? await orNull(ask(actor, memberStory, { ...asked, cursor }), "invalid") : null) ??
    (await ask(actor, memberStory, asked));
  const address = (after?: string) => {
    const query = new URLSearchParams({
      ...(part ? { view: part } : {}),
      ...(after ? { after } : {}),
    }).toString();
    return query ? `${here}?${query}` : here;
  };
  return (
    <>
      <Story
        rows={page.rows}
        place={{ ...place, member: id, mayRefund: mayRole(actor.role, "purchases.refund") }}
      />
      {page.next || cursor ? (
        <Pages
          label={t("label")}
          summary={t("history")}
          previous={cursor ? { href: address(), label: t("first") } : undefined}
          next={page.next ? { href: address(page.next), label: t("older") } : undefined}
        />
      ) : null}
    </>
  );
}
