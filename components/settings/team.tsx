"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/text-link";
import { useToast } from "@/components/ui/toast";
import type { Role } from "@/lib/access/actor";
import { removeStaffAction, resendInvitationAction } from "@/lib/merchants/actions";
import { RoleOf } from "./role-of";
import { type SessionLine, Sessions } from "./sessions";

export interface Colleague {
  accountId: string;
  email: string;
  name: string | null;
  role: Role;
  signsIn: boolean;
}

/** Who works here, what each may do, and the ways to change that. */
export function Team({
  team,
  self,
  sessions,
  current,
}: {
  team: Colleague[];
  self: string;
  /** Where they are signed in. */
  sessions: SessionLine[];
  /** This sign-in. */
  current: string | null;
}) {
  const t = useTranslations("settings.team");
  return (
    <ul aria-label={t("title")} className="border-t border-ink">
      {team.map((colleague) => (
        <li key={colleague.accountId} className="border-b border-line py-3">
          <Row colleague={colleague} isSelf={colleague.accountId === self} />
          <Sessions
            sessions={sessions.filter((one) => one.accountId === colleague.accountId)}
            current={current}
            name={colleague.name ?? colleague.email}
          />
        </li>
      ))}
    </ul>
  );
}

function Row({ colleague, isSelf }: { colleague: Colleague; isSelf: boolean }) {
  const t = useTranslations("settings.team");
  const router = useRouter();
  const toast = useToast();
  const { accountId } = colleague;
  const name = colleague.name ?? colleague.email;
  const done = (text: string) => {
    toast({ text });
    router.refresh();
  };
  const remove = useAct(removeStaffAction, { onDone: () => done(t("removed", { name })) });
  const resend = useAct(resendInvitationAction, {
    onDone: () => done(t("resent", { email: colleague.email })),
  });
  return (
    <div className="grid items-start gap-x-5 gap-y-2 sm:grid-cols-[minmax(0,1fr)_11rem_6rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <b className="wrap-anywhere">{name}</b>
          {isSelf ? <Badge>{t("you")}</Badge> : null}
          {colleague.signsIn ? null : <Badge tone="warn">{t("invited")}</Badge>}
        </p>
        <p className="text-small text-ink-2 wrap-anywhere">
          {colleague.email}
          {colleague.signsIn ? null : (
            <LinkButton className="ml-3" pending={resend.isPending} onClick={() => resend.run({ accountId })}>
              {t("resend")}
            </LinkButton>
          )}
        </p>
        <FormErrors title={resend.error} />
      </div>
      <RoleOf accountId={accountId} name={name} role={colleague.role} />
      <span className="sm:text-right">
        <AskFirst
          trigger={<Button size="s">{t("remove")}</Button>}
          title={t("removeTitle", { name })}
          description={t("removeBody")}
          keep={t("keep")}
          confirm={t("removeConfirm")}
          act={{ ...remove, run: () => remove.run({ accountId }) }}
        />
      </span>
    </div>
  );
}
