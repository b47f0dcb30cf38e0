import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { adoptDatabase } from "@/db/connection";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { cleanUp } from "@/lib/integrations/jobs/clean-up";
import { applyProgram } from "./commands/apply-program";
import { publishDraft } from "./commands/publish-draft";
import { saveDraft } from "./commands/save-draft";
import { exportProgram } from "./queries/export-program";
import { getPicture } from "./queries/get-picture";
import { getProgram } from "./queries/get-program";
import { type ProgramInput, programSchema } from "./schemas";

const database = await testDatabase();
adoptDatabase(database);
const now = new Date("2026-11-20T09:00:00Z");
const bytes = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP"), Buffer.from("a cup of coffee")]);
const dataUrl = (content: Buffer, type = "webp") => `data:image/${type};base64,${content.toString("base64")}`;
const hash = createHash("sha256").update(bytes).digest("hex");
const withPicture = (picture?: string): ProgramInput => ({
  rewards: [
    { key: "tote", name: "Tote", gives: { kind: "product" }, price: { kind: "points", points: 10 } },
    { key: "cup", name: "Cup", gives: { kind: "product" }, price: { kind: "points", points: 20 }, picture },
  ],
});

async function openShop() {
  const { actor, merchantId } = await testMerchant(database, {});
  const as = { actor, now, database };
  const stored = async () => {
    const { content } = await getProgram.execute(as, {});
    return content.rewards.map((reward) => reward.picture);
  };
  return { as, merchantId, stored };
}

test("a picture that comes with the program is kept, its hash takes its place, and the same program again is no other", async () => {
  const { as, merchantId, stored } = await openShop();
  const content = withPicture(dataUrl(bytes));
  const { version } = await applyProgram.execute(as, { content });
  expect(await stored()).toEqual([undefined, hash]);
  const picture = await getPicture({ merchantId, hash });
  expect(picture?.type).toBe("image/webp");
  expect(picture && Buffer.compare(picture.bytes, bytes)).toBe(0);
  expect(await applyProgram.execute(as, { content })).toEqual({ version, changed: false });
  expect(await applyProgram.execute(as, { content: withPicture(hash) })).toEqual({ version, changed: false });
});

test("a draft with a picture, saved and published, is what members see; without it they see none", async () => {
  const { as, stored } = await openShop();
  const content = programSchema.parse(withPicture(dataUrl(bytes)));
  const { revision } = await saveDraft.execute(as, { content, revision: 0 });
  await publishDraft.execute(as, { revision });
  expect(await stored()).toEqual([undefined, hash]);
  await applyProgram.execute(as, { content: withPicture() });
  expect(await stored()).toEqual([undefined, undefined]);
});

test.each([
  ["a hash that nobody has sent", "0".repeat(64), "picture.unknown"],
  ["an SVG, which can carry script", "data:image/svg+xml;base64,PHN2Zy8+", "picture.kind"],
  ["a page that says it is a picture", dataUrl(Buffer.from("<script>alert(1)</script>")), "picture.kind"],
  [
    "100 kB and one byte",
    dataUrl(Buffer.concat([bytes, Buffer.alloc(102_401 - bytes.length)])),
    "picture.size",
  ],
  ["a megabyte", dataUrl(Buffer.alloc(1_000_000)), "picture.size"],
])("%s is refused by its field, and nothing of the program is written", async (_, picture, code) => {
  const { as, stored } = await openShop();
  const refused = { code: "invalid", fields: [{ path: "content.rewards.1.picture", code }] };
  await expect(applyProgram.execute(as, { content: withPicture(picture) })).rejects.toMatchObject(refused);
  expect(await stored()).toEqual([]);
});

test("another shop's picture is not there, nor may its hash be used", async () => {
  const one = await openShop();
  await applyProgram.execute(one.as, { content: withPicture(dataUrl(bytes)) });
  const other = await openShop();
  expect(await getPicture({ merchantId: other.merchantId, hash })).toBeNull();
  await expect(applyProgram.execute(other.as, { content: withPicture(hash) })).rejects.toMatchObject({
    fields: [{ path: "content.rewards.1.picture", code: "picture.unknown" }],
  });
});

test("a program exported from one shop and applied in another brings its picture along", async () => {
  const [one, other] = [await openShop(), await openShop()];
  await applyProgram.execute(one.as, { content: withPicture(dataUrl(bytes)) });
  const exported = await exportProgram.execute(one.as, {});
  expect(exported.rewards[1]?.picture).toBe(dataUrl(bytes));
  await applyProgram.execute(other.as, { content: exported });
  expect(await other.stored()).toEqual([undefined, hash]);
});

test("two managers send the same picture at once: it is kept once, and one of them is told of the other's draft", async () => {
  const { as, merchantId } = await openShop();
  const content = programSchema.parse(withPicture(dataUrl(bytes)));
  const saves = await Promise.allSettled([
    saveDraft.execute(as, { content, revision: 0 }),
    saveDraft.execute(as, { content, revision: 0 }),
  ]);
  expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const kept = await database.sql`select hash from picture where merchant_id = ${merchantId}`;
  expect(kept).toHaveLength(1);
});

test("a picture that no version and no draft has goes after 30 days; those of versions and of the draft stay", async () => {
  const { as, merchantId } = await openShop();
  const [inVersion, inDraft, replaced] = ["one", "two", "three"].map((text) =>
    Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP"), Buffer.from(text)]),
  ) as [Buffer, Buffer, Buffer];
  const draftOf = (content: Buffer) => programSchema.parse(withPicture(dataUrl(content)));
  await applyProgram.execute(as, { content: withPicture(dataUrl(inVersion)) });
  await applyProgram.execute(as, { content: withPicture() });
  const { revision } = await saveDraft.execute(as, { content: draftOf(replaced), revision: 0 });
  await saveDraft.execute(as, { content: draftOf(inDraft), revision });
  const kept = async () => {
    const rows = await database.sql<
      { bytes: Buffer }[]
    >`select bytes from picture where merchant_id = ${merchantId}`;
    return rows.map((row) => row.bytes.subarray(12).toString()).sort();
  };
  const after = (days: number) => cleanUp(database, new Date(now.getTime() + days * 86_400_000 + 1));
  await after(29);
  expect(await kept()).toEqual(["one", "three", "two"]);
  await after(30);
  expect(await kept()).toEqual(["one", "two"]);
  await expect(
    getPicture({ merchantId, hash: createHash("sha256").update(inVersion).digest("hex") }),
  ).resolves.toBeTruthy();
});
