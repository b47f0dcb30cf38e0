import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";
import { type ListedPage, pages, pathOf } from "../pages";

/** Pages of the staff's side that a cashier works with; every other is for those who run the shop. */
const forCashiers = new Set([
  "till",
  "members",
  "member",
  "member-points",
  "member-tier",
  "member-notes",
  "member-new",
  "events",
  "poster",
]);

/** Of the pages of those who run the shop, what only its owner sees. */
const forOwners = new Set([
  "settings-shop",
  "settings-team",
  "settings-keys",
  "settings-mail",
  "settings-jobs",
  "settings-audit",
]);

const staffFiles: ListedPage[] = [
  "members/members.csv",
  "members/:member/data.json",
  "members/import/:import/refused.csv",
  "members/import/:import/mapping.yaml",
  "events/:event/door.csv",
  "insights/points.csv",
  "insights/weeks.csv",
  "settings/audit/audit.csv",
].map((path) => ({ name: path.split("/").at(-1) ?? "", path: `/m/:slug/${path}`, as: "owner" }));

const staffPages = pages.filter(({ path }) => path.startsWith("/m/"));
/** What a shop publishes is for everybody. */
const isForEverybody = ({ path }: ListedPage) => path === "/c/:slug/how";
const customerPages = pages.filter((listed) => listed.as === "customer" && !isForEverybody(listed));

test("a page of the staff's side is not there for a cashier who has no business on it, and leads everybody else to the door", async ({
  page,
  context,
  installation,
  signInAs,
}) => {
  const answers = async (listed: ListedPage) => {
    const answer = await page.request.get(pathOf(listed, installation), { maxRedirects: 0 });
    return { status: answer.status(), to: answer.headers().location ?? "" };
  };
  for (const listed of staffPages) {
    const { status, to } = await answers(listed);
    expect(`${listed.name} ${status}`, "nobody").toBe(`${listed.name} 307`);
    // Whoever signs in comes back to the page that was asked for.
    expect(to, "nobody").toBe(`/sign-in?to=${encodeURIComponent(pathOf(listed, installation))}`);
  }
  await signInAs("customer");
  for (const listed of staffPages) {
    const { status, to } = await answers(listed);
    expect(`${listed.name} ${status}`, "a customer").toBe(`${listed.name} 307`);
    expect(to, "a customer").toContain("/sign-in?to=");
  }
  await context.clearCookies();
  await signInAs("cashier");
  for (const listed of staffPages) {
    const { status } = await answers(listed);
    const wanted = forCashiers.has(listed.name) || listed.as === "cashier" ? 200 : 404;
    expect(`${listed.name} ${status}`, "a cashier").toBe(`${listed.name} ${wanted}`);
  }
});

test("a customer's page leads whoever has no card of the program to its door", async ({
  page,
  installation,
  signInAs,
}) => {
  for (const listed of customerPages) {
    const answer = await page.request.get(pathOf(listed, installation), { maxRedirects: 0 });
    expect(`${listed.name} ${answer.status()}`).toBe(`${listed.name} 307`);
  }
  await signInAs("newcomer");
  for (const listed of customerPages) {
    const answer = await page.request.get(pathOf(listed, installation), { maxRedirects: 0 });
    expect(`${listed.name} ${answer.status()} ${answer.headers().location}`).toContain(" 307 ");
  }
});

test("another shop's owner finds nothing here, on any page and in any file", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    for (const listed of [...staffPages, ...staffFiles]) {
      const here = await page.request.get(pathOf(listed, installation), { maxRedirects: 0 });
      expect(`${listed.name} ${here.status()}`).toBe(`${listed.name} 404`);
    }
  } finally {
    await shop.close();
  }
});

test("a manager sees what runs the program, and neither team, keys, mail, jobs nor the audit log", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "manager");
    const own = staffPages.filter(({ path }) => !/:(member|import|event)|\/1$/.test(path));
    for (const listed of own) {
      const answer = await page.request.get(pathOf(listed, { ...installation, slug: shop.slug }));
      const wanted = forOwners.has(listed.name) ? 404 : 200;
      expect(`${listed.name} ${answer.status()}`).toBe(`${listed.name} ${wanted}`);
    }
    const log = await page.request.get(`/m/${shop.slug}/settings/audit/audit.csv`);
    expect(log.status()).toBe(403);
  } finally {
    await shop.close();
  }
});

test("a file of the shop's is refused to a cashier, and to whoever is not signed in", async ({
  page,
  context,
  installation,
  signInAs,
}) => {
  for (const who of ["nobody", "customer", "cashier"] as const) {
    await context.clearCookies();
    if (who !== "nobody") await signInAs(who);
    for (const file of staffFiles) {
      const answer = await page.request.get(pathOf(file, installation), { maxRedirects: 0 });
      const wanted = who !== "cashier" ? 401 : file.name === "door.csv" ? 200 : 403;
      expect(`${who} ${file.name} ${answer.status()}`).toBe(`${who} ${file.name} ${wanted}`);
    }
  }
});
