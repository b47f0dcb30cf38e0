"use client";

import { ArrowDownRight, Award, Cake, Hourglass, type LucideIcon, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useRefusal } from "@/components/merchant/use-refusal";
import { useWords } from "@/components/merchant/use-words";
import { FormErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { LinkButton } from "@/components/ui/text-link";
import { formatCard } from "@/lib/kernel/card-number";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import type { Product } from "@/lib/products/schemas";
import { type Sold, soldProduct } from "./basket";
import { NotesHere } from "./notes-here";
import { type Tell, tellToday } from "./tell-today";
import { type Member, useMember, useTierSaid, useUsual } from "./use-member";

/** The member who stands here: name, tier, points, and what they should hear today. */
export function MemberHere({
  id,
  tiers,
  expiringWithin,
  products,
  onAdd,
  onLeave,
}: {
  id: string;
  tiers: { key: string; name: string }[];
  /** Days before they expire from which points are told of. */
  expiringWithin: number;
  products: Product[];
  onAdd: (sold: Sold) => void;
  onLeave: () => void;
}) {
  const t = useTranslations("till.member");
  const { data: member, error } = useMember(id);
  const refusal = useRefusal();
  if (error) {
    return (
      <div className="mt-6">
        <FormErrors title={refusal(error, t("unreachable"))} />
      </div>
    );
  }
  if (!member) return <Skeleton label={t("loading")} className="mt-8" />;
  return (
    <div className="mt-6">
      <Who member={member} tier={tiers.find((tier) => tier.key === member.tier)?.name} onLeave={onLeave}>
        <Habit member={member} products={products} onAdd={onAdd} />
      </Who>
      <Tells member={member} expiringWithin={expiringWithin} />
      <NotesHere id={member.id} />
    </div>
  );
}

function Who({
  member,
  tier,
  onLeave,
  children,
}: {
  member: Member;
  tier: string | undefined;
  onLeave: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("till.member");
  const { points } = useWords();
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <h2 className="text-answer min-w-0 wrap-break-word">{member.name ?? formatCard(member.card)}</h2>
        <button
          type="button"
          onClick={onLeave}
          aria-label={t("leave")}
          className="-mr-2 grid size-11 flex-none place-items-center rounded-control hover:bg-wash"
        >
          <Icon of={X} size={22} />
        </button>
      </div>
      <p className="mt-1.5 flex flex-wrap gap-x-4 font-strong">
        {tier ? <span>{tier}</span> : null}
        <span>{points(member.balance)}</span>
      </p>
      {children}
    </>
  );
}

/** What they usually have, one tap away, and when they were here last. */
function Habit({
  member,
  products,
  onAdd,
}: {
  member: Member;
  products: Product[];
  onAdd: (sold: Sold) => void;
}) {
  const t = useTranslations("till.member");
  const days = useDayWords();
  const { data: usual } = useUsual(member.id);
  const product = products.find(({ sku }) => sku === usual?.sku);
  return (
    <p className="mt-1 text-aside text-ink-2">
      {usual ? (
        <>
          {t("usually")}{" "}
          {product ? (
            <LinkButton
              aria-label={t("addUsual", { name: product.name })}
              onClick={() => onAdd(soldProduct(product))}
            >
              {product.name}
            </LinkButton>
          ) : (
            usual.name
          )}
          .{" "}
        </>
      ) : null}
      {member.lastPurchaseAt ? t("lastHere", { day: days.ago(member.lastPurchaseAt) }) : t("firstTime")}
    </p>
  );
}

const icons: Record<Tell["kind"], LucideIcon> = {
  birthday: Cake,
  expiring: Hourglass,
  debt: TriangleAlert,
  arriving: ArrowDownRight,
};

function Tells({ member, expiringWithin }: { member: Member; expiringWithin: number }) {
  const t = useTranslations("till.tell");
  const { zone } = useShop();
  const { locale, points } = useWords();
  // The clock is the browser's: asked once it has drawn the page.
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => setNow(new Date()), []);
  const tells = now ? tellToday(member, now, zone, expiringWithin) : [];
  const tier = useTierSaid(member);
  if (tells.length === 0 && !tier) return null;
  const day = (date: string, style?: "long") => unbroken(formatDay(date, locale, style));
  const words = (tell: Tell): string => {
    if (tell.kind === "birthday") {
      if (tell.inDays < 2) return tell.inDays === 0 ? t("birthdayToday") : t("birthdayTomorrow");
      return t("birthday", { day: day(tell.day, "long") });
    }
    if (tell.kind === "debt") return t("debt", { points: points(tell.points) });
    return t(tell.kind, { points: points(tell.points), day: day(tell.day) });
  };
  const first = member.name?.split(" ")[0];
  return (
    <div className="mt-5 border-t border-edge pt-3">
      <h3 className="text-title">{first ? t("title", { name: first }) : t("titleNobody")}</h3>
      <ol className="mt-1">
        {tells.map((tell) => (
          <li key={tell.kind} className="flex gap-3 py-2 text-reading/[1.375rem]">
            <Icon of={icons[tell.kind]} size={22} className="mt-px text-say" />
            <span>{words(tell)}</span>
          </li>
        ))}
        {tier ? (
          <li className="flex gap-3 py-2 text-reading/[1.375rem]">
            <Icon of={Award} size={22} className="mt-px text-say" />
            <span>{tier}</span>
          </li>
        ) : null}
      </ol>
    </div>
  );
}

/** A date does not break over two lines. */
const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");
