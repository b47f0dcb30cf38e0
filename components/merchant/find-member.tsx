"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { firstPress } from "@/components/ui/first-press";
import { TextField } from "@/components/ui/text-field";
import { formatCard } from "@/lib/kernel/card-number";
import { findMembersAction } from "@/lib/members/actions";
import { answered } from "./answered";
import { useShop } from "./shop-context";
import { useDebounced } from "./use-debounced";
import { useWords } from "./use-words";

/** Finds a member by whatever they are known by, and answers the one that is chosen. */
export function FindMember({
  label,
  nobody,
  onChoose,
}: {
  label: string;
  /** Said when nobody is found. */
  nobody: string;
  onChoose: (member: { id: string; name: string }) => void;
}) {
  const { slug } = useShop();
  const { phone } = useWords();
  const [text, setText] = useState("");
  const search = useDebounced(text.trim(), 200);
  const { data } = useQuery({
    queryKey: ["members", "find", slug, search],
    queryFn: () => answered(findMembersAction(slug, { search })),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });
  const members = search.length > 1 ? data?.members.slice(0, 6) : undefined;
  return (
    <div>
      <TextField
        label={label}
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {members?.length === 0 ? <p className="mt-1.5 text-small text-ink-2">{nobody}</p> : null}
      <ul>
        {members?.map((member) => {
          const name = member.name ?? formatCard(member.card);
          return (
            <li key={member.id} className="border-b border-line">
              <button
                type="button"
                className="flex min-h-10 w-full items-center justify-between gap-3 text-left hover:bg-wash pointer-coarse:min-h-11"
                onClick={firstPress(() => onChoose({ id: member.id, name }))}
              >
                <span className="truncate">{name}</span>
                <span className="text-small text-ink-2">{phone(member.phone) ?? member.email ?? ""}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
