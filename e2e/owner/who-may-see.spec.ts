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

test("another shop's owner finds nothing here, on any page", async ({ page, installation, signInAs }) => {
  await signInAs("owner");
  for (const listed of staffPages) {
    const elsewhere = pathOf(listed, { ...installation, slug: "no-such-shop" });
    expect(`${listed.name} ${(await page.request.get(elsewhere)).status()}`).toBe(`${listed.name} 404`);
  }
});
