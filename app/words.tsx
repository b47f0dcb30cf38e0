import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type messages from "@/messages/en";

type Namespace = keyof typeof messages;

/** Brings the words of an area to the browser, and no others. */
export async function Words({ of, children }: { of: Namespace[]; children: ReactNode }) {
  const all = await getMessages();
  const chosen = Object.fromEntries(of.map((namespace) => [namespace, all[namespace]]));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}
