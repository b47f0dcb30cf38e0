import type { Shop } from "@/lib/access/shop";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import type { Locale } from "@/lib/kernel/i18n/locale";
import type { TierProjection } from "@/lib/tiers/domain/project-tier";
import { tierInWords } from "@/lib/tiers/domain/tier-words";
import { composeMail } from "./compose-mail";
import type { RenderedMail } from "./domain/render-mail";

interface TierMail {
  shop: Pick<Shop, "name" | "colour" | "currency">;
  tiers: readonly { key: string; name: string; benefits?: readonly string[] }[];
  /** Something is missing for the tier. */
  projection: TierProjection;
  /** The last day on which it can be done. */
  lastDay: string;
  locale: Locale;
  cardUrl: string;
  leaveUrl: string;
}

const listOf = (words: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(words);

/** What keeps the tier that is about to end, how much of it is done, and what the tier is good for. */
export function composeTierMail(mail: TierMail): RenderedMail {
  const { shop, tiers, projection, lastDay, locale, cardUrl, leaveUrl } = mail;
  const said = tierInWords(projection, { locale, currency: shop.currency, tiers });
  const tier = tiers.find(({ key }) => key === projection.tier);
  return composeMail({
    kind: "tier",
    shop,
    locale,
    href: cardUrl,
    leaveHref: leaveUrl,
    params: {
      tier: tier?.name ?? projection.tier ?? "",
      day: formatDay(lastDay, locale),
      keep: said.keep ?? "",
      counted: said.counted ?? "",
      benefits: tier?.benefits?.length ? listOf(tier.benefits, locale) : "none",
    },
  });
}
