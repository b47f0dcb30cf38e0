import type { DemoRole, Installation } from "./fixtures/installation";

export interface ListedPage {
  /** Also the name of its pictures. */
  name: string;
  /** `:slug` is the demo program's, `:member` its customer, `:event` an evening of its. */
  path: string;
  as: DemoRole | "nobody";
  /** 200 unless told. */
  status?: number;
}

/** Every page there is: each is photographed by `npm run shots`, and looked through by axe in each language. */
export const pages: ListedPage[] = [
  { name: "home", path: "/", as: "nobody" },
  { name: "sign-in", path: "/sign-in", as: "nobody" },
  { name: "forgot", path: "/forgot", as: "nobody" },
  { name: "reset-expired", path: "/reset/no-such-link", as: "nobody" },
  { name: "invite-expired", path: "/invite/no-such-link", as: "nobody" },
  { name: "not-found", path: "/no-such-page", as: "nobody", status: 404 },
  { name: "sheet", path: "/sheet", as: "nobody" },
  { name: "api", path: "/docs/api", as: "nobody" },
  { name: "card-sign-in", path: "/c/:slug/sign-in", as: "nobody" },
  { name: "card-link-expired", path: "/c/:slug/sign-in/no-such-link", as: "nobody" },
  { name: "card-join", path: "/c/:slug/join", as: "newcomer" },
  { name: "card-join-stranger", path: "/c/:slug/join", as: "nobody" },
  { name: "card-left", path: "/c/:slug/left", as: "nobody" },
  { name: "unsubscribe", path: "/unsubscribe/:leave", as: "nobody" },
  { name: "unsubscribe-over", path: "/unsubscribe/no-such-link", as: "nobody" },
  { name: "no-cards", path: "/c", as: "newcomer" },
  { name: "card", path: "/c/:slug", as: "customer" },
  { name: "card-profile", path: "/c/:slug/profile", as: "customer" },
  { name: "card-rewards", path: "/c/:slug/rewards", as: "customer" },
  { name: "card-gifts", path: "/c/:slug/gifts", as: "customer" },
  { name: "card-history", path: "/c/:slug/history", as: "customer" },
  { name: "card-activities", path: "/c/:slug/activities", as: "customer" },
  { name: "card-events", path: "/c/:slug/events", as: "customer" },
  { name: "card-how", path: "/c/:slug/how", as: "customer" },
  { name: "card-how-stranger", path: "/c/:slug/how", as: "nobody" },
  { name: "till", path: "/m/:slug/till", as: "cashier" },
  { name: "members", path: "/m/:slug/members", as: "cashier" },
  { name: "member", path: "/m/:slug/members/:member", as: "owner" },
  { name: "member-new", path: "/m/:slug/members/new", as: "cashier" },
  { name: "member-points", path: "/m/:slug/members/:member?view=points", as: "owner" },
  { name: "member-tier", path: "/m/:slug/members/:member?view=tier", as: "owner" },
  { name: "member-notes", path: "/m/:slug/members/:member?view=notes", as: "owner" },
  { name: "member-merge", path: "/m/:slug/members/:member/merge", as: "owner" },
  { name: "members-alike", path: "/m/:slug/members/alike", as: "owner" },
  { name: "activities-waiting", path: "/m/:slug/members/activities", as: "owner" },
  { name: "adjustments-waiting", path: "/m/:slug/members/waiting", as: "owner" },
  { name: "imports", path: "/m/:slug/members/import", as: "owner" },
  { name: "import", path: "/m/:slug/members/import/:import", as: "owner" },
  { name: "events", path: "/m/:slug/events", as: "owner" },
  { name: "event", path: "/m/:slug/events/:event", as: "cashier" },
  { name: "rules", path: "/m/:slug/program/rules", as: "owner" },
  { name: "simulator", path: "/m/:slug/program/simulator", as: "owner" },
  { name: "versions", path: "/m/:slug/program/versions", as: "owner" },
  { name: "version", path: "/m/:slug/program/versions/1", as: "owner" },
  { name: "difference", path: "/m/:slug/program/difference", as: "owner" },
  { name: "expiry", path: "/m/:slug/program/expiry", as: "owner" },
  { name: "program-sheet", path: "/m/:slug/program/sheet", as: "owner" },
  { name: "program-settings", path: "/m/:slug/program/settings", as: "owner" },
  { name: "product-types", path: "/m/:slug/program/product-types", as: "owner" },
  { name: "rewards", path: "/m/:slug/program/rewards", as: "owner" },
  { name: "reward", path: "/m/:slug/program/rewards?reward=filter-coffee", as: "owner" },
  { name: "hand-over", path: "/m/:slug/members/hand-over", as: "cashier" },
  { name: "tiers", path: "/m/:slug/program/tiers", as: "owner" },
  { name: "activities", path: "/m/:slug/program/activities", as: "owner" },
  { name: "activity", path: "/m/:slug/program/activities?activity=review", as: "owner" },
  { name: "insights", path: "/m/:slug/insights", as: "owner" },
  { name: "poster", path: "/m/:slug/poster", as: "owner" },
  { name: "insights-points", path: "/m/:slug/insights/points", as: "owner" },
  { name: "settings-shop", path: "/m/:slug/settings/shop", as: "owner" },
  { name: "settings-products", path: "/m/:slug/settings/products", as: "owner" },
  { name: "settings-team", path: "/m/:slug/settings/team", as: "owner" },
  { name: "settings-keys", path: "/m/:slug/settings/keys", as: "owner" },
  { name: "settings-mail", path: "/m/:slug/settings/mail", as: "owner" },
  { name: "settings-jobs", path: "/m/:slug/settings/jobs", as: "owner" },
  { name: "settings-audit", path: "/m/:slug/settings/audit", as: "owner" },
];

/** Routes that no path above can show, and why. */
export const notListed: Record<string, string> = {
  "/setup": "is only there until the first shop is",
  "/m/[program]": "leads on to where a role begins",
};

export const pathOf = (
  { path }: ListedPage,
  { slug, memberId, importId, eventId, leaveToken }: Installation,
): string =>
  path
    .replace(":slug", slug)
    .replace(":member", memberId)
    .replace(":import", importId)
    .replace(":event", eventId)
    .replace(":leave", leaveToken);
