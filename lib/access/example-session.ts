import { Problem } from "@/lib/kernel/problems";

/** What the tests of actions and of routes for pages put in place of the session: they share a worker, and with it what stands in for a module. */
export const world = {
  locale: "tr",
  staff: { kind: "staff", merchantId: 7, accountId: "a", role: "owner", transport: "web" } as unknown,
  logged: [] as unknown[],
};

export const exampleLocale = { getLocale: async () => world.locale };
export const exampleLog = { log: () => ({ error: (...all: unknown[]) => world.logged.push(all) }) };
export const exampleSession = {
  staffActor: async (slug: string) => {
    if (slug !== "kose-kahve") throw new Problem(slug === "" ? "unauthenticated" : "not_found");
    return world.staff;
  },
  memberActor: async () => ({ kind: "member", merchantId: 7, memberId: "m", transport: "web" }),
};
