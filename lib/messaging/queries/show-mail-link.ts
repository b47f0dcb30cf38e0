import { database } from "@/db/connection";
import { peekMailLink } from "../unsubscribe";

/** What the page behind a mail's way out shows; null when the link is not one of ours. Looking changes nothing. */
export const showMailLink = (token: string) => peekMailLink(database(), token);
