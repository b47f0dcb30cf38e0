import { useLocale, useTranslations } from "next-intl";
import { pointsWords } from "@/components/merchant/points-words";
import type { ShopFacts } from "@/components/merchant/shop-context";
import { ButtonLink } from "@/components/ui/button";
import { formatCard } from "@/lib/kernel/card-number";
import { formatPhone } from "@/lib/kernel/phone";
import { FactsLine } from "./facts-line";

interface Similar {
  id: string;
  name: string | null;
  card: string;
  email: string | null;
  phone: string | null;
  balance: number;
  /** What both have. */
  alike: ("email" | "phone" | "birthday")[];
}

/** Members who may be the same person, with what tells so, each a step from being looked at beside the other. */
export function SimilarList({
  members,
  here,
  shop,
}: {
  members: Similar[];
  here: string;
  shop: Pick<ShopFacts, "country" | "pointName">;
}) {
  const t = useTranslations("members.merge");
  const desk = useTranslations("desk");
  const locale = useLocale();
  return (
    <ul className="mt-2 max-w-[44rem] border-t border-ink">
      {members.map((member) => (
        <li
          key={member.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5"
        >
          <span className="min-w-0">
            <span className="font-strong">{member.name ?? formatCard(member.card)}</span>
            <FactsLine
              facts={[
                formatCard(member.card),
                member.phone && formatPhone(member.phone, shop.country),
                member.email,
                pointsWords(member.balance, {
                  locale,
                  pointName: shop.pointName,
                  word: (count) => desk("pointWord", { count }),
                }),
              ]}
            />
            {member.alike.length > 0 ? (
              <span className="block text-small text-ink-2">
                {member.alike.map((how) => t(`alike.${how}`)).join(", ")}
              </span>
            ) : null}
          </span>
          <ButtonLink size="s" href={`${here}?with=${member.id}`}>
            {t("compare")}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
