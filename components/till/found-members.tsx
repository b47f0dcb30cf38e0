"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusal } from "@/components/merchant/use-refusal";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { formatCard } from "@/lib/kernel/card-number";
import type { Find } from "./use-find";

/** As many as a search answers with: there may be more. */
const most = 20;

/** Who is known by what was typed, each one press away; and the way to enrol somebody who is not. */
export function FoundMembers({
  find,
  text,
  onChoose,
  onEnrol,
}: {
  find: Find;
  text: string;
  onChoose: (id: string) => void;
  onEnrol: () => void;
}) {
  const t = useTranslations("till.find");
  const { figure, phone } = useWords();
  const refusal = useRefusal();
  const { members } = find;
  const typed = text.trim();
  return (
    <div className="mt-3">
      <p role="status" className="sr-only">
        {members && !find.isLooking ? t("count", { count: members.length }) : ""}
      </p>
      {find.error ? <FormErrors title={refusal(find.error, t("unreachable"))} /> : null}
      {members && members.length > 0 ? (
        <ul aria-label={t("results")}>
          {members.map((member) => (
            <li key={member.id} className="border-b border-line">
              <button
                type="button"
                onClick={() => onChoose(member.id)}
                className="-mx-2 grid min-h-14 w-[calc(100%+1rem)] grid-cols-[minmax(0,1fr)_auto] items-center gap-3 rounded-control px-2 py-2 text-left hover:bg-wash"
              >
                <span className="min-w-0">
                  <span className="block truncate font-strong">{member.name ?? formatCard(member.card)}</span>
                  <span className="block truncate text-small text-ink-2">
                    {phone(member.phone) ?? member.email ?? formatCard(member.card)}
                  </span>
                </span>
                <span>{figure(member.balance)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {members && members.length >= most ? <p className="mt-2 text-small text-ink-2">{t("more")}</p> : null}
      {members?.length === 0 && !find.isLooking ? (
        <p className="text-title wrap-break-word">{t("none", { text: typed })}</p>
      ) : null}
      {typed === "" ? <p className="text-ink-2">{t("hint")}</p> : null}
      <Button size="till" icon={UserPlus} className="mt-4 w-full" onClick={onEnrol}>
        {t("enrol")}
      </Button>
    </div>
  );
}
