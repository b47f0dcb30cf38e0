"use server";

import { headers } from "next/headers";
import { database } from "@/db/connection";
import { clientAddress } from "@/lib/access/request-context";
import { answer } from "@/lib/access/show-problem";
import { nextState, toAction, toFormAction } from "@/lib/access/to-action";
import type { FormState } from "@/lib/kernel/action-result";
import { systemNow } from "@/lib/kernel/clock";
import { Problem } from "@/lib/kernel/problems";
import { retryMail } from "./commands/retry-mail";
import { setOwnMailPreference } from "./commands/set-own-mail-preference";
import { answerMailLink } from "./unsubscribe";

export const retryMailAction = toAction(retryMail);
export const setOwnMailPreferenceAction = toFormAction(
  setOwnMailPreference,
  { kind: "text", wanted: "yes" },
  (home) => `${home}/profile#mail`,
);

/** The press on the page behind a mail's way out: the link says whose mail it is, the button whether it is wanted. */
export async function answerMailLinkAction(
  token: unknown,
  previous: FormState<{ wanted: boolean }>,
  form: FormData,
): Promise<FormState<{ wanted: boolean }>> {
  const wanted = form.get("wanted") === "yes";
  const result = await answer(async () => {
    if (!(await endOrBegin(token, wanted))) throw new Problem("not_found");
    return { wanted };
  });
  return nextState(previous, form, result);
}

/** What a mail program posts by itself (RFC 8058). False when the link is not one of ours. */
export async function endMailByLink(token: string): Promise<boolean> {
  return endOrBegin(token, false);
}

async function endOrBegin(token: unknown, wanted: boolean): Promise<boolean> {
  const done = await answerMailLink(database(), {
    token: typeof token === "string" ? token : "",
    wanted,
    now: systemNow(),
    address: clientAddress(await headers()),
  });
  return done !== null;
}
