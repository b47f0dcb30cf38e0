"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus, WifiOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { formatCard } from "@/lib/kernel/card-number";
import { findMembersAction } from "@/lib/members/actions";

/** A card that could not be looked up. It is looked up as soon as that works. */
export function CardHere({
  card,
  onFound,
  onEnrol,
  onLeave,
}: {
  card: string;
  onFound: (memberId: string) => void;
  onEnrol: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("till.member");
  const { slug } = useShop();
  const { data } = useQuery({
    queryKey: ["till", "find", slug, card],
    queryFn: () => answered(findMembersAction(slug, { search: card })),
    refetchInterval: 5_000,
  });
  const found = data?.members.length === 1 ? data.members[0]?.id : undefined;
  useEffect(() => {
    if (found) onFound(found);
  }, [found, onFound]);
  return (
    <div className="mt-6">
      <div className="flex items-start justify-between gap-2">
        <h2 className="text-section min-w-0 wrap-break-word">{formatCard(card)}</h2>
        <button
          type="button"
          onClick={onLeave}
          aria-label={t("leave")}
          className="-mr-2 grid size-11 flex-none place-items-center rounded-control hover:bg-wash"
        >
          <Icon of={X} size={22} />
        </button>
      </div>
      {data ? (
        <>
          <p className="mt-2 text-ink-2">{t("unknownCard")}</p>
          <Button size="till" icon={UserPlus} className="mt-4 w-full" onClick={onEnrol}>
            {t("enrolInstead")}
          </Button>
        </>
      ) : (
        <p className="mt-2 flex gap-3 text-ink-2">
          <Icon of={WifiOff} className="mt-0.5" />
          <span>{t("cardOnly")}</span>
        </p>
      )}
    </div>
  );
}
