import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatCard } from "@/lib/kernel/card-number";
import { formatPhone } from "@/lib/kernel/phone";
import { formatPoints } from "@/lib/kernel/points";

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
  country,
}: {
  members: Similar[];
  here: string;
  country: string;
}) {
  const t = useTranslations("members.merge");
  const locale = useLocale();
  return (
    <ul className="mt-2 max-w-[44rem] border-t border-ink">
      {members.map((member) => (
        <li
          key={member.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5"
        >
          <span className="min-w-0">
            <span className="font-strong">{member.name ?? formatCard(member.card)}</span>{" "}
            <span className="text-ink-2">
              {[
                formatCard(member.card),
                member.email,
                member.phone && formatPhone(member.phone, country),
                formatPoints(member.balance, locale),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
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
