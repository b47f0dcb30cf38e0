import { updateSettings } from "@/lib/merchants/commands/update-settings";
import { expectKept, typeKept } from "../fixtures/expect-kept";
import { openShop } from "../fixtures/own-shop";
import { openPrepared } from "../fixtures/prepared-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";
import { wordsIn } from "../fixtures/words";
import { counterForms } from "../forms/counter";
import { deskForms, preparedForms } from "../forms/desk";
import { programForms } from "../forms/program";
import type { RefusedForm } from "../forms/refused-form";

/** What is looked for at the door is no form to fill in, and the till remembers in its own way. */
const others = ["events/door-list", "till/enrol-here"];

/** A form that may be wrong in several ways is kept in one. */
const onceEach = (forms: readonly RefusedForm[]) =>
  forms.filter(
    ({ of, path }, index) => index === forms.findIndex((form) => form.of === of && form.path === path),
  );

for (const [where, forms] of [
  ["the desk", [...deskForms, ...counterForms.filter(({ of }) => !others.includes(of))]],
  ["the program", programForms],
] as const) {
  test(`every form of ${where}: typed, the page reloaded, and what was typed stands there and says so`, async ({
    page,
    installation,
    signInAs,
  }) => {
    const { slug, memberId, eventId } = installation;
    await signInAs("owner");
    for (const form of onceEach(forms)) {
      const path = `/m/${slug}/${form.path.replace(":member", memberId).replace(":event", eventId)}`;
      await expectKept(page, { ...form, path }, wordsIn("en"));
    }
  });
}

test("a reason for points that exist, a change to a note of one's own, what a version is about: here again after a reload", async ({
  page,
  installation,
}) => {
  const { slug, memberId, close } = await openPrepared(page, installation);
  try {
    for (const form of preparedForms) {
      const path = `/m/${slug}/${form.path.replace(":member", memberId)}`;
      await expectKept(page, { ...form, path }, wordsIn("en"));
    }
    await page.goto(`/m/${slug}/program/settings`);
    await page.getByLabel("Members may give points to each other").click();
    await page.getByRole("button", { name: "Save in draft" }).click();
    const publish = page.getByRole("button", { name: "Publish", exact: true });
    const note = page.getByRole("dialog").getByRole("textbox");
    await publish.click();
    await typeKept(note, "Gifts before New Year");
    await page.reload();
    await publish.click();
    await expect(note).toHaveValue("Gifts before New Year");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Publish version/ })
      .click();
    await expect(page.getByText(/^Version \d+ is in force/)).toBeVisible();
  } finally {
    await close();
  }
});

test("the name typed, the colour saved elsewhere meanwhile: reloaded and saved, the shop has both, and nothing comes back", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const { merchantId, database } = shop;
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/settings/shop`);
    const name = page.getByLabel("Name", { exact: true });
    await typeKept(name, "Han");
    const actor = { kind: "system" as const, merchantId, name: "journey", transport: "cli" as const };
    await updateSettings.execute(
      { actor, database, now: new Date() },
      { colour: "#7A3766", undoMinutes: 20 },
    );
    await page.reload();
    await expect(page.getByText("It was saved elsewhere meanwhile")).toBeVisible();
    await expect(name).toHaveValue("Han");
    await expect(page.getByLabel("Your own")).toHaveValue("#7A3766");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    const [saved] = await database.sql`
      select name, colour, undo_minutes as undo from merchant where id = ${merchantId}`;
    expect(saved).toEqual({ name: "Han", colour: "#7A3766", undo: 20 });
    await page.reload();
    await expect(name).toHaveValue("Han");
    await expect(page.getByText("What you had typed is here again.")).toBeHidden();
  } finally {
    await shop.close();
  }
});
