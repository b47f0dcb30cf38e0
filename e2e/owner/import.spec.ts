import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";

const csv = `\ufeffFiş No;Tarih;E-posta;Grup;Tutar
1001;20.11.2026 10:05;ada@example.com;Kahve;120,00
1002;20.11.2026 11:40;bora@example.com;Kahve;80,50
1003;20.11.2026 12:15;bu bir adres değil;Kahve;60,00
`;

test("a manager drops a file, sees how it lands, tries it, records it while away, and takes it back", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members/import`);
    await page
      .getByLabel("Choose a CSV file")
      .setInputFiles({ name: "satis.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await expect(page.getByRole("heading", { name: "satis.csv" })).toBeVisible();
    const landing = page.getByRole("table", { name: "The first rows, as they will land" });
    await expect(landing.getByText("120 points")).toBeVisible();
    await expect(landing.getByText(/Refused\. E-posta/)).toBeVisible();
    await page.getByRole("button", { name: "Try the whole file" }).dblclick();
    await expect(page.getByRole("heading", { name: /2 purchases will earn 200 points/ })).toBeVisible();
    await page.getByRole("button", { name: "Record 2 purchases" }).click();
    const address = page.url();
    await page.goto(`/m/${shop.slug}/members`);
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "2 purchases recorded for 200 points." })).toBeVisible();
    const refused = await page.request.get(`${address}/refused.csv`);
    expect(await refused.text()).toContain("bu bir adres değil");
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByRole("heading", { name: /Taken back/ })).toBeVisible();
  } finally {
    await shop.close();
  }
});

test("a mapping of members for a file that seems to hold purchases: the choice of kind says members, as the columns do", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members/import`);
    await page
      .getByLabel("Choose a CSV file")
      .setInputFiles({ name: "satis.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await expect(page.getByRole("radio", { name: "Purchases" })).toBeChecked();
    const mapping = Buffer.from("member:\n  email: E-posta\n  name: Grup\n");
    await page
      .getByLabel("Use a mapping file")
      .setInputFiles({ name: "uyeler.yaml", mimeType: "text/yaml", buffer: mapping });
    await expect(page.getByRole("radio", { name: "Members" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "Purchases" })).not.toBeChecked();
  } finally {
    await shop.close();
  }
});

test("a spreadsheet is refused in words, and the page stays", async ({ page, installation }) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/members/import`);
    const buffer = Buffer.from([0x50, 0x4b, 3, 4, 0, 0]);
    await page
      .getByLabel("Choose a CSV file")
      .setInputFiles({ name: "sales.xlsx", mimeType: "text/csv", buffer });
    await expect(page.getByText(/sales\.xlsx is a spreadsheet or an archive/)).toBeVisible();
    await expect(page.getByLabel("Choose a CSV file")).toBeEnabled();
  } finally {
    await shop.close();
  }
});
