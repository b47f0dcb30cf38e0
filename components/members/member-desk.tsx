"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { BulkBar } from "@/components/ui/table";
import type { Order, Typed } from "./filter-address";
import { LiveSearch } from "./live-search";
import { type MemberLine, MemberTable } from "./member-table";
import { TagChosen, UntagChosen } from "./tag-chosen";

/** The list and what can be done with those chosen in it: while some are, that stands where the search line was. */
export function MemberDesk({
  members,
  here,
  typed,
  order,
  tierNames,
  tags,
  mayChoose,
  controls,
  children,
}: {
  members: MemberLine[];
  here: string;
  typed: Typed;
  order: Order;
  tierNames: Record<string, string>;
  /** Words that the shop uses already. */
  tags: string[];
  mayChoose: boolean;
  /** Beside the search line. */
  controls: ReactNode;
  /** Between the search line and the table. */
  children: ReactNode;
}) {
  const t = useTranslations("segments");
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  // Another page of the list has other members: only who is seen is chosen.
  const chosen = useMemo(
    () => new Set(members.flatMap(({ id }) => (marked.has(id) ? [id] : []))),
    [members, marked],
  );
  const toggle = (id: string) =>
    setMarked((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const clear = () => setMarked(new Set());
  const toggleAll = () =>
    setMarked(chosen.size === members.length ? new Set() : new Set(members.map(({ id }) => id)));
  const rows = members.filter(({ id }) => chosen.has(id));
  const query = new URLSearchParams(rows.map(({ id }) => ["id", id]));
  return (
    <>
      {chosen.size > 0 ? (
        <BulkBar
          chosen={t("bulk.chosen", { count: chosen.size })}
          clear={
            <Button size="s" variant="bare" onClick={clear}>
              {t("bulk.clear")}
            </Button>
          }
        >
          <TagChosen members={rows} tags={tags} onDone={clear} />
          <UntagChosen members={rows} onDone={clear} />
          <Button size="s" onClick={() => window.location.assign(`${here}/members.csv?${query}`)}>
            {t("export")}
          </Button>
        </BulkBar>
      ) : (
        <div className="flex flex-wrap items-start gap-2">
          <LiveSearch here={here} typed={typed} order={order} />
          {controls}
        </div>
      )}
      {children}
      {members.length > 0 ? (
        <MemberTable
          members={members}
          here={here}
          typed={typed}
          order={order}
          tierNames={tierNames}
          choosing={mayChoose ? { chosen, toggle, toggleAll } : null}
        />
      ) : null}
    </>
  );
}
