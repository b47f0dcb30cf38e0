import { countWord } from "@/lib/kernel/count-words";
import type { LimitPeriod, Occasion } from "../../schemas";
import type { RewardWords } from "./words";

const and = new Intl.ListFormat("tr", { type: "conjunction" });
const or = new Intl.ListFormat("tr", { type: "disjunction" });
const count = (n: number) => countWord(n, "tr");
const period: Record<LimitPeriod, string> = {
  day: "günde",
  week: "haftada",
  month: "ayda",
  year: "yılda",
  ever: "toplamda",
};
const occasion: Record<Occasion, string> = {
  birthday: "doğum gününde",
  tier: "seviyeye girişte",
  apology: "özür olarak",
  treat: "yerinde ikram olarak",
};

export const tr: RewardWords = {
  list: (names) => and.format(names),
  costs: (name, points) => `${name}: ${points}`,
  given: (name, occasions) => `${name}: ${or.format(occasions.map((one) => occasion[one]))} verilir`,
  tierPrice: (tier, points) =>
    points === null
      ? `${tier} seviyesinden başlayarak ücretsiz`
      : `${tier} seviyesinden başlayarak ${points}`,
  amountOff: (amount) => `${amount} indirim`,
  percentOff: (percent, most) => `${percent} indirim${most ? `, en çok ${most}` : ""}`,
  most: (amount) => `en çok ${amount} indirim`,
  onlyTypes: (types) => `yalnız ${types} için`,
  minimum: (amount) => `en az ${amount} harcandığında`,
  donation: (amount, cause) => `şuraya ${amount} bağış: ${cause}`,
  limit: (times, per) => `${period[per]} en çok ${count(times)} kez`,
  stock: (figure) => `toplam ${figure} adet`,
  onlyTiers: (tiers) => `yalnız ${tiers} seviyesi için`,
  onlyTags: (tags) => `yalnız şu etiketteki üyeler için: ${tags}`,
  chosen: () => "dükkânın seçtiği üyeler için",
  dates: (from, to) =>
    from && to ? `${from} ile ${to} arasında` : from ? `${from} gününden başlayarak` : `${to} gününe kadar`,
  earlier: (tier, from) => `${tier} seviyesi için ${from} gününden başlayarak`,
  valid: (days) => `${count(days)} gün içinde kullanılır`,
  evening: () => "yer ayrılan davette kullanılır",
  prepared: () => "personel hazırlar ve teslim eder",
  sentence: (core, clauses) => `${[core, ...clauses].join("; ")}.`,
};
