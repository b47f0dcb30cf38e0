import { getLocale, getTranslations } from "next-intl/server";
import { LockTier } from "@/components/members/lock-tier";
import { TierLine } from "@/components/portal/tier-line";
import type { StaffActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { getMemberTier } from "@/lib/tiers/queries/get-member-tier";
import { mayRole } from "../../../areas";

/** How a member stands with the tiers; how that came is told below. */
export async function TierView({
  actor,
  member,
  name,
  tiers,
}: {
  actor: StaffActor;
  member: { id: string; name: string | null };
  name: string;
  tiers: { key: string; name: string }[];
}) {
  const [t, locale] = await Promise.all([getTranslations("members.tierView"), getLocale()]);
  const { id } = member;
  const who = member.name?.split(" ")[0];
  const tier = await ask(actor, getMemberTier, { id, locale, who });
  const { standing, headline } = tier.says;
  return (
    <div className="my-5 grid max-w-[40rem] gap-7">
      <div>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <p className="font-strong">{standing ?? t("none")}</p>
          {mayRole(actor.role, "tiers.lock") && tiers.length > 0 ? (
            <LockTier
              id={id}
              name={name}
              tier={tier.tier?.key ?? null}
              locked={tier.locked !== null}
              tiers={tiers}
            />
          ) : null}
        </div>
        {tier.locked ? <p className="mt-0.5 text-ink-2">{t("locked", { reason: tier.locked })}</p> : null}
        {headline ? (
          <div className="mt-3">
            <TierLine tier={tier} />
          </div>
        ) : null}
      </div>
      {tier.tier && tier.tier.benefits.length > 0 ? (
        <section>
          <h2 className="text-title">{t("benefits")}</h2>
          <ul className="mt-1.5 grid gap-1 text-ink-2">
            {tier.tier.benefits.map((benefit) => (
              <li key={benefit}>{benefit}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
