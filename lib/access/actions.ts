"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { database } from "@/db/connection";
import type { FormState } from "@/lib/kernel/action-result";
import { systemNow } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { Problem } from "@/lib/kernel/problems";
import { joinProgram } from "./commands/join-program";
import { requestPasswordReset } from "./commands/request-password-reset";
import { requestJoinLink, requestSignInLink } from "./commands/request-sign-in-link";
import { setPassword } from "./commands/set-password";
import { signInWithLink } from "./commands/sign-in-with-link";
import { signInWithPassword } from "./commands/sign-in-with-password";
import { homeOf } from "./home-of";
import { noSoonerThan } from "./no-sooner-than";
import { readForm } from "./read-form";
import { clientAddress, type RequestContext } from "./request-context";
import { safePath } from "./safe-path";
import { signedInAccount } from "./session";
import { endSession, startSession } from "./session-cookie";
import { shopById, shopId } from "./shop";
import { answer } from "./show-problem";
import { nextState } from "./to-action";

const context = async (): Promise<RequestContext> => ({
  now: systemNow(),
  address: clientAddress(await headers()),
});

/** Longer than any of the work that differs between a known and an unknown address. */
const answerFloor = 350;

export async function signIn(previous: FormState<never>, form: FormData): Promise<FormState<never>> {
  const result = await answer(async () => {
    const claims = await signInWithPassword(
      database(),
      readForm(form, { email: "text", password: "secret" }, await getLocale()),
      await context(),
    );
    await startSession(claims);
    return redirect(safePath(form.get("to")) ?? (await homeOf(database(), claims.accountId)));
  });
  return nextState(previous, form, result);
}

export async function signOut(form: FormData): Promise<void> {
  await endSession();
  redirect(safePath(form.get("to")) ?? "/");
}

export interface MailAsked {
  email: string;
  /** False without SMTP_URL: the mail waits in the outbox, for the owner to read out. */
  mailed: boolean;
}

export async function askReset(
  previous: FormState<MailAsked>,
  form: FormData,
): Promise<FormState<MailAsked>> {
  const result = await answer(() =>
    noSoonerThan(answerFloor, async () => {
      const locale = await getLocale();
      const request = { ...(await context()), locale };
      const input = readForm(form, { email: "text" }, locale);
      const { email } = await requestPasswordReset(database(), input, request);
      return { email, mailed: env().SMTP_URL !== undefined };
    }),
  );
  return nextState(previous, form, result);
}

/** Sets the password that a reset or an invitation asks for, and signs in with it. */
export async function choosePassword(
  token: string,
  previous: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  const result = await answer(async () => {
    const input = { ...readForm(form, { password: "secret", name: "text" }, await getLocale()), token };
    const claims = await setPassword(database(), input, await context());
    await startSession(claims);
    return redirect(await homeOf(database(), claims.accountId));
  });
  return nextState(previous, form, result);
}

export async function askLink(
  programSlug: string,
  previous: FormState<MailAsked>,
  form: FormData,
): Promise<FormState<MailAsked>> {
  const result = await answer(() =>
    noSoonerThan(answerFloor, async () => {
      const locale = await getLocale();
      const request = { ...(await context()), locale, landing: form.get("to") };
      const input = readForm(form, { email: "text" }, locale);
      const { email } = await requestSignInLink(database(), String(programSlug), input, request);
      return { email, mailed: env().SMTP_URL !== undefined };
    }),
  );
  return nextState(previous, form, result);
}

/** Uses a mailed link, after a press of a button: what only opens links does not use it up. */
export async function openCard(
  secret: string,
  previous: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  const result = await answer(async () => {
    const { claims, merchantId, memberId, landing } = await signInWithLink(
      database(),
      String(secret),
      await context(),
    );
    await startSession(claims);
    const { slug } = await shopById(database(), merchantId);
    return redirect(memberId === null ? `/c/${slug}/join` : (landing ?? `/c/${slug}`));
  });
  return nextState(previous, form, result);
}

/**
 * Joining in one screen: with an address, by a link that is mailed to it; without one, as whoever is signed in. One action
 * for both, so that a form that was drawn for one is drawn again for the other with what was typed.
 */
export async function join(
  programSlug: string,
  previous: FormState<MailAsked>,
  form: FormData,
): Promise<FormState<MailAsked>> {
  const slug = String(programSlug);
  const result = await answer(() => (form.has("email") ? askToJoin(slug, form) : joinAsOneself(slug, form)));
  return nextState(previous, form, result);
}

const askToJoin = (slug: string, form: FormData): Promise<MailAsked> =>
  noSoonerThan(answerFloor, async () => {
    const locale = await getLocale();
    const request = { ...(await context()), locale };
    const input = readForm(form, { email: "text", name: "text", marketing: "checkbox" }, locale);
    const { email } = await requestJoinLink(database(), slug, input, request);
    return { email, mailed: env().SMTP_URL !== undefined };
  });

async function joinAsOneself(slug: string, form: FormData): Promise<never> {
  const account = await signedInAccount();
  if (!account || (account.only !== null && account.only !== (await shopId(database(), slug))))
    throw new Problem("unauthenticated");
  const locale = await getLocale();
  const raw = { ...readForm(form, { name: "text", marketing: "checkbox" }, locale), locale };
  await joinProgram(database(), { slug, joiner: account, raw }, await context());
  return redirect(`/c/${slug}`);
}
