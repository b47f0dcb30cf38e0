import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day, DayOf } from "@/components/ui/values";
import { formatCard } from "@/lib/kernel/card-number";
import { formatMoney } from "@/lib/kernel/money";
import { formatPhone } from "@/lib/kernel/phone";
import { formatPoints } from "@/lib/kernel/points";
import { MemberTags } from "./member-tags";

interface Facts {
  id: string;
  card: string;
  externalId: string | null;
  email: string | null;
  phone: string | null;
  birthday: string | null;
  tags: string[];
  purchaseCount: number;
  spend: number;
  enrolledAt: string;
  enrolledVia: string;
}

const vias = ["staff", "api", "import", "customer", "purchase", "web", "cli", "job"] as const;

/** What is known of a member besides their points. */
export function MemberFacts({
  member,
  shop,
  knownTags,
  children,
}: {
  member: Facts;
  shop: { zone: string; currency: string; country: string };
  /** null: this reader changes no tags. */
  knownTags: string[] | null;
  children?: ReactNode;
}) {
  const t = useTranslations("members");
  const locale = useLocale();
  const via = vias.find((one) => one === member.enrolledVia) ?? "other";
  const facts: [label: string, value: ReactNode][] = [
    [t("detail.card"), formatCard(member.card)],
    [t("field.phone"), member.phone && formatPhone(member.phone, shop.country)],
    [t("field.email"), member.email && <span className="wrap-anywhere">{member.email}</span>],
    [t("field.externalId"), member.externalId && <span className="wrap-anywhere">{member.externalId}</span>],
    [t("field.birthday"), member.birthday && <Day date={member.birthday} locale={locale} style="full" />],
    [
      t("detail.since"),
      <DayOf
        key="since"
        instant={new Date(member.enrolledAt)}
        zone={shop.zone}
        locale={locale}
        style="full"
      />,
    ],
    [t("detail.via"), t(`via.${via}`)],
    [t("detail.purchases"), formatPoints(member.purchaseCount, locale)],
    [t("detail.spend"), formatMoney(member.spend, shop.currency, locale)],
  ];
  return (
    <aside className="border-line xl:border-l xl:pl-7">
      <h2 className="mb-1.5 text-small font-strong">{t("detail.facts")}</h2>
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="flex items-baseline justify-between gap-4 border-t border-line py-2">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0 text-right">{value}</dd>
            </div>
          ))}
      </dl>
      {member.tags.length > 0 || knownTags ? (
        <section className="border-t border-line pt-2.5">
          <h2 className="mb-1.5 text-small font-strong">{t("detail.tags")}</h2>
          <MemberTags member={member.id} tags={member.tags} known={knownTags} />
        </section>
      ) : null}
      {children}
    </aside>
  );
}
