import type { Locator, Page } from "@playwright/test";
import { endSession } from "../fixtures/end-session";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

/** Buttons that act from where they stand, and what is pressed in the dialog that some of them ask first. */
const presses: {
  path: string;
  button: string | RegExp;
  confirm?: string;
  before?: (page: Page) => Promise<void>;
}[] = [
  { path: "members/alike", button: "Two people" },
  { path: "members/:member", button: /^Take off/ },
  { path: "events/:event", button: "Give the place back" },
  { path: "events/:event", button: "Check in" },
  { path: "program/rules", button: "Discard draft", confirm: "Discard draft" },
  {
    path: "program/simulator",
    before: (page) => page.getByRole("main").locator("details summary").last().click(),
    button: /^Remove /,
    confirm: "Remove",
  },
  {
    path: "settings/team",
    before: (page) => page.getByRole("main").locator("details summary").first().click(),
    button: "Sign out: Safari, Mac",
  },
  { path: "settings/team", button: "Remove", confirm: "Remove" },
];

const press = async (page: Page, button: Locator) => {
  await button.focus();
  await page.keyboard.press("Enter");
};

test("presses in lists of somebody whose session is over: each says so, and leads the keyboard to the sentence", async ({
  page,
  context,
  installation,
  signInAs,
}) => {
  const { slug, memberId, eventId } = installation;
  for (const { path, before, button, confirm } of presses) {
    await signInAs("owner");
    await page.goto(`/m/${slug}/${path.replace(":member", memberId).replace(":event", eventId)}`);
    await before?.(page);
    const first = page.getByRole("main").getByRole("button", { name: button, exact: true }).first();
    const dialog = page.getByRole("dialog");
    await expect(async () => {
      if (confirm && !(await dialog.isVisible())) await press(page, first);
      if (confirm) await expect(dialog).toBeVisible({ timeout: 1_000 });
    }, path).toPass();
    await endSession(context, installation);
    const sentence = page.getByRole("alert").filter({ hasText: "You are signed out." });
    await expect(async () => {
      await press(page, confirm ? dialog.getByRole("button", { name: confirm, exact: true }) : first);
      await expect(sentence, `${path} ${button}`).toBeFocused({ timeout: 5_000 });
    }, `${path} ${button}`).toPass({ timeout: 15_000 });
    await page.keyboard.press("Tab");
    await expect(sentence.getByRole("link", { name: "Sign in again in another tab" }), path).toBeFocused();
  }
});

test("a tag taken off, and the undo of it refused: a toast says why and has the keyboard", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    const { id } = await becomeRegular(installation, shop, { name: "Elif Yıldırım" });
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members/${id}`);
    await page.getByRole("button", { name: "Add a tag" }).click();
    await page.getByLabel("Tag", { exact: true }).fill("oat milk");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Take off “oat milk”" }).click();
    const undo = page.getByRole("button", { name: "Put it back" });
    await expect(undo).toBeVisible();
    await endSession(context, installation);
    await press(page, undo);
    const toast = page.getByRole("status").filter({ hasText: "You are signed out." });
    await expect(toast.locator(":focus")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(toast.getByRole("link", { name: "Sign in again in another tab" })).toBeFocused();
  } finally {
    await shop.close();
  }
});

test("points that wait for a second person, approved by an owner whose session is over: said so, and not given", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, { ...onePerLira, adjustments: { approvalAbove: 500 } });
  try {
    const { id } = await becomeRegular(installation, shop, { name: "Elif Yıldırım" });
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members/${id}`);
    await page.getByRole("button", { name: "Change points" }).click();
    await page.getByLabel("Points, up or down").fill("501");
    await page.getByLabel("Reason").fill("The machine was broken all week");
    await page.getByRole("dialog").getByRole("button", { name: "Change points" }).click();
    await expect(page.getByText("it waits for somebody else to approve it")).toBeVisible();
    await context.clearCookies();
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/members/waiting`);
    const approve = page.getByRole("button", { name: "Approve" });
    await expect(approve).toBeVisible();
    await endSession(context, installation);
    await press(page, approve);
    await expect(page.getByRole("alert").filter({ hasText: "You are signed out." })).toBeFocused();
    await context.clearCookies();
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/members/waiting`);
    await expect(approve).toBeVisible();
  } finally {
    await shop.close();
  }
});
