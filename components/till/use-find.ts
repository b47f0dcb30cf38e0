"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { isCardNumber, normaliseCard } from "@/lib/kernel/card-number";
import { findMembersAction } from "@/lib/members/actions";

/** Below this a name would find half the town. */
const leastLetters = 2;

/**
 * Members by what is typed or scanned. A whole card number, or Enter, chooses at once when there is exactly one.
 */
export function useFind({ text, onOnly }: { text: string; onOnly: (memberId: string) => void }) {
  const { slug } = useShop();
  const [submitted, setSubmitted] = useState<string | null>(null);
  const wanted = text.trim();
  const isCard = isCardNumber(normaliseCard(wanted));
  const settled = useDebounced(wanted, 150);
  const asked = isCard || submitted === wanted ? wanted : settled;
  const query = useQuery({
    queryKey: ["till", "find", slug, asked],
    queryFn: () => answered(findMembersAction(slug, { search: asked })),
    enabled: asked.length >= leastLetters && wanted !== "",
    placeholderData: keepPreviousData,
  });
  const fresh = asked === wanted && !query.isPlaceholderData;
  const members = wanted.length >= leastLetters ? query.data?.members : undefined;

  const only =
    fresh && (isCard || submitted === wanted) && members?.length === 1 ? members[0]?.id : undefined;
  useEffect(() => {
    if (only) onOnly(only);
  }, [only, onOnly]);

  return {
    members,
    isLooking: query.isFetching || (wanted.length >= leastLetters && !fresh),
    error: query.error,
    submit: () => setSubmitted(wanted),
  };
}

export type Find = ReturnType<typeof useFind>;
