"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answered, problemOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { isCardNumber, normaliseCard } from "@/lib/kernel/card-number";
import { findMembersAction } from "@/lib/members/actions";
import type { Who } from "./queue/queued-purchase";
import { findKey, useSeenBefore } from "./use-member";

/** Below this a name would find half the town. */
const leastLetters = 2;

/**
 * Members by what is typed or scanned. A whole card number, or Enter, chooses at once when there is exactly one. A card
 * that cannot be looked up is taken as it is: whose it is will be found when the purchase arrives.
 */
export function useFind({ text, onOnly }: { text: string; onOnly: (who: Who) => void }) {
  const { slug } = useShop();
  const [submitted, setSubmitted] = useState<string | null>(null);
  const wanted = text.trim();
  const card = isCardNumber(normaliseCard(wanted)) ? normaliseCard(wanted) : null;
  const settled = useDebounced(wanted, 150);
  const asked = card || submitted === wanted ? wanted : settled;
  const query = useQuery({
    queryKey: [...findKey(slug), asked],
    queryFn: () => answered(findMembersAction(slug, { search: asked })),
    enabled: asked.length >= leastLetters && wanted !== "",
    placeholderData: keepPreviousData,
  });
  const fresh = asked === wanted && !query.isPlaceholderData;
  const members = wanted.length >= leastLetters ? query.data?.members : undefined;

  const only = fresh && (card || submitted === wanted) && members?.length === 1 ? members[0]?.id : undefined;
  const unreachable = query.error !== null && problemOf(query.error) === null;
  const seenBefore = useSeenBefore();
  useEffect(() => {
    if (only) onOnly({ id: only });
    else if (card && unreachable) {
      const id = seenBefore(card);
      onOnly(id ? { id } : { card });
    }
  }, [only, card, unreachable, seenBefore, onOnly]);

  return {
    members,
    isLooking: query.isFetching || (wanted.length >= leastLetters && !fresh),
    error: query.error,
    submit: () => setSubmitted(wanted),
  };
}

export type Find = ReturnType<typeof useFind>;
