import type { Page } from "@playwright/test";
import { recordActivity } from "@/lib/activities/commands/record-activity";
import { reportActivity } from "@/lib/activities/commands/report-activity";
import { typeKept } from "../fixtures/expect-kept";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

const tiered = {
  ...onePerLira,
  tiers: [{ key: "gold", name: "Gold", needs: { visits: 10 } }],
  expiry: { kind: "after" as const, months: 12 },
};

const isBack = (page: Page) => page.getByText("What you had typed is here again.");

test("half a rule outlives a reload, a section link and Back; sent or started over, it does not come back", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    const form = `/m/${shop.slug}/program/rules?new`;
    const name = page.getByLabel("Name", { exact: true });
    const monday = page.getByRole("checkbox", { name: "Mon" });
    await page.goto(form);
    await page.getByRole("radio", { name: "A fixed number" }).check();
    await monday.check();
    await typeKept(name, "Rainy Monday");
    await expect(isBack(page)).toBeHidden();
    await page.reload();
    await expect(name).toHaveValue("Rainy Monday");
    await page.getByRole("link", { name: "Rewards", exact: true }).click();
    await expect(page).toHaveURL(/program\/rewards/);
    await page.goBack();
    await expect(isBack(page)).toBeVisible();
    await expect(name).toHaveValue("Rainy Monday");
    await expect(monday).toBeChecked();
    await expect(page.getByRole("radio", { name: "A fixed number" })).toBeChecked();

    await page.getByRole("button", { name: "Start over" }).click();
    await expect(name).toHaveValue("");
    await expect(isBack(page)).toBeHidden();
    await page.reload();
    await expect(page.getByRole("radio", { name: "For what is spent" })).toBeChecked();
    await expect(name).toHaveValue("");

    await page.getByRole("radio", { name: "A fixed number" }).check();
    await name.fill("Rainy Monday");
    await page.getByLabel("Points", { exact: true }).fill("3");
    await page.getByRole("button", { name: "Add to draft" }).click();
    await expect(page.getByText(/Your draft has one change/)).toBeVisible();
    await page.goto(form);
    await expect(page.getByRole("radio", { name: "For what is spent" })).toBeChecked();
    await expect(name).toHaveValue("");
  } finally {
    await shop.close();
  }
});

test("half a reward, an activity, a tier, an expiry and a cap are there again after a reload", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, tiered);
  try {
    await shop.signIn(page, "owner");
    for (const [path, label, text] of [
      ["rewards?new", "Name", "24"],
      ["activities?new", "Name", "25"],
      ["tiers", "Tier 1: Name", "26"],
      ["expiry", "Months", "27"],
    ] as const) {
      await page.goto(`/m/${shop.slug}/program/${path}`);
      const field = page.getByRole("main").getByLabel(label, { exact: true }).first();
      await typeKept(field, text);
      await page.reload();
      await expect(isBack(page), path).toBeVisible();
      await expect(field, path).toHaveValue(text);
    }
    await page.goto(`/m/${shop.slug}/program/rules?rule=%3Amost`);
    const most = page.getByRole("main").locator("form").getByLabel("At most", { exact: true });
    await page.getByRole("button", { name: "Add a limit" }).click();
    await typeKept(most, "28");
    await page.reload();
    await expect(most).toHaveValue("28");
  } finally {
    await shop.close();
  }
});

test("somebody half enrolled and somebody half changed outlive a reload, and neither outlives being saved or given up", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    const { id } = await becomeRegular(installation, shop, { name: "Elif Yıldırım" });
    await shop.signIn(page, "manager");
    const enrolment = `/m/${shop.slug}/members/new`;
    await page.goto(enrolment);
    const name = page.getByRole("main").getByLabel("Name", { exact: true });
    await typeKept(name, "Derya Öz");
    await page.reload();
    await expect(name).toHaveValue("Derya Öz");
    await page.getByRole("link", { name: "Cancel" }).click();
    await expect(page).toHaveURL(/members$/);
    await page.goto(enrolment);
    await expect(page.getByRole("button", { name: "Enrol", exact: true })).toBeVisible();
    await expect(name).toHaveValue("");

    await page.goto(`/m/${shop.slug}/members/${id}`);
    const edit = page.getByRole("button", { name: "Edit", exact: true });
    const changed = page.getByRole("dialog").getByLabel("Name", { exact: true });
    await edit.click();
    await typeKept(changed, "Elif Yıldız");
    await page.reload();
    await edit.click();
    await expect(isBack(page)).toBeVisible();
    await expect(changed).toHaveValue("Elif Yıldız");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Elif Yıldız" })).toBeVisible();
    await edit.click();
    await expect(changed).toHaveValue("Elif Yıldız");
    await expect(isBack(page)).toBeHidden();
  } finally {
    await shop.close();
  }
});

test("the session of somebody who is typing ends: the next one in this tab finds an empty form, they themselves their words", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    const form = `/m/${shop.slug}/program/rules?new`;
    const name = page.getByLabel("Name", { exact: true });
    await page.goto(form);
    await typeKept(name, "Rainy Monday");
    await context.clearCookies();
    await shop.signIn(page, "manager");
    await page.goto(form);
    await expect(name).toHaveValue("");
    await typeKept(name, "Sunny Sunday");
    await page.reload();
    await expect(name).toHaveValue("Sunny Sunday");
    await context.clearCookies();
    await shop.signIn(page, "owner");
    await page.goto(form);
    await expect(name).toHaveValue("Rainy Monday");
  } finally {
    await shop.close();
  }
});

test("who signs out takes along what they had typed: the next one in this tab finds an empty form", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    const form = `/m/${shop.slug}/program/rules?new`;
    const name = page.getByLabel("Name", { exact: true });
    await page.goto(form);
    await typeKept(name, "Rainy Monday");
    await page.reload();
    await expect(name).toHaveValue("Rainy Monday");
    await page.getByRole("button", { name: /^Menu/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/sign-in|\/$/);
    await shop.signIn(page, "manager");
    await page.goto(form);
    await expect(page.getByRole("button", { name: "Add to draft" })).toBeVisible();
    await expect(name).toHaveValue("");
  } finally {
    await shop.close();
  }
});

test("why an activity was taken back, and why one was refused, leaves the tab once it is sent", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, {
    ...onePerLira,
    activities: [
      { key: "cup", name: "An own cup", points: 5 },
      { key: "post", name: "Forum post", points: 20, approval: true, from: ["card"] },
    ],
  });
  const { slug, merchantId, database } = shop;
  const now = new Date();
  const dialog = page.getByRole("dialog");
  const isKept = (text: string) =>
    page.evaluate((typed) => Object.values(sessionStorage).join().includes(typed), text);
  try {
    const ada = await becomeRegular(installation, shop, { name: "Ada Yılmaz" });
    await recordActivity.execute(
      { actor: { kind: "system", merchantId, name: "journey", transport: "cli" }, now, database },
      { externalId: "cup", member: { id: ada.id }, type: "cup", occurredAt: now.toISOString() },
    );
    await reportActivity.execute(
      { actor: { kind: "member", merchantId, memberId: ada.id, transport: "web" }, now, database },
      { externalId: "post", type: "post" },
    );
    await shop.signIn(page, "owner");

    await page.goto(`/m/${slug}/members/${ada.id}`);
    await page.getByRole("main").locator("summary").filter({ hasText: "An own cup" }).click();
    await page.getByRole("button", { name: "Take back" }).click();
    await typeKept(dialog.getByLabel("Why"), "It was another’s cup");
    await dialog.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("Taken back.").first()).toBeVisible();
    expect(await isKept("It was another’s cup")).toBe(false);

    await page.goto(`/m/${slug}/members/activities`);
    await page.getByRole("button", { name: "Refuse" }).click();
    await typeKept(dialog.getByLabel("Why not"), "Nobody found it");
    await dialog.getByRole("button", { name: "Refuse" }).click();
    await expect(page.getByText("Refused.").first()).toBeVisible();
    expect(await isKept("Nobody found it")).toBe(false);
  } finally {
    await shop.close();
  }
});
