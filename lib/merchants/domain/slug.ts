/** Words that are parts of our own addresses, or that would pass for one of us. */
const reserved = new Set(
  `about account accounts admin api app auth billing blog c card cards dashboard demo-login docs help health home invite join
  login logout m mail merchant merchants me new next oauth password privacy program programs regulars reset root security
  session settings setup shop shops sign-in sign-out sign-up signin signout signup static status support system terms test-login
  undefined null user users v1 v2 webhooks www`.split(/\s+/),
);

export type SlugFault = "slug.shape" | "slug.reserved";

/** What a shop is called in addresses: `/c/kose-kahve`. Never changes, because it is on posters and cards. */
export function slugFault(slug: string): SlugFault | null {
  if (!/^[a-z0-9](?:-?[a-z0-9]){1,39}$/.test(slug)) return "slug.shape";
  return reserved.has(slug) ? "slug.reserved" : null;
}

/** A slug made from a name: "Köşe Kahve & Çay" is kose-kahve-cay. May be empty or reserved. */
export const slugFromName = (name: string): string =>
  name
    .replaceAll("ı", "i")
    .replaceAll("İ", "i")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
