"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { saveDraftAction } from "@/lib/program/actions";
import type { Program } from "@/lib/program/schemas";
import { Difference } from "./difference";
import { programChanges } from "./program-changes";
import type { ProgramLines } from "./program-lines";

/** What a form hands over when somebody else saved or published before it did. */
const Meeting = createContext<(mine: Program) => void>(() => {});

export const useMeeting = () => useContext(Meeting);

/**
 * Two managers at once: the second sees what the first changed since they began, sentence by sentence, and decides. What
 * they typed themselves waits here meanwhile.
 */
export function DraftSeen({
  lines,
  revision,
  children,
}: {
  /** The program as it is edited, in words. */
  lines: ProgramLines;
  revision: number;
  children: ReactNode;
}) {
  const t = useTranslations("rules.meeting");
  const router = useRouter();
  const toast = useToast();
  const [mine, setMine] = useState<{ content: Program; seen: ProgramLines } | null>(null);
  const leave = () => setMine(null);
  const save = useAct(saveDraftAction, {
    onDone: () => {
      leave();
      toast({ text: t("saved") });
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const meet = (content: Program) => {
    setMine({ content, seen: lines });
    // Brings what the other one made of it.
    router.refresh();
  };
  const changes = mine ? programChanges(mine.seen, lines) : [];
  return (
    <Meeting value={meet}>
      {children}
      <Dialog
        title={t("title")}
        description={t("body")}
        open={mine !== null}
        onOpenChange={(open) => {
          if (!open) leave();
        }}
        actions={
          <>
            <Button onClick={leave}>{t("theirs")}</Button>
            <Button
              variant="bad"
              pending={save.isPending}
              onClick={() => mine && save.run({ content: mine.content, revision })}
            >
              {t("mine")}
            </Button>
          </>
        }
      >
        {changes.length > 0 ? <Difference changes={changes} /> : <p className="text-ink-2">{t("same")}</p>}
        <FormErrors title={save.error} />
      </Dialog>
    </Meeting>
  );
}
