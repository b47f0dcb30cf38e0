import { expect, test } from "vitest";
import { flatten, holes, readMessageUse, unusedMessages } from "./message-use";

const messages = [
  ...flatten({ till: { record: "Record", tabs: { most: "Most sold", food: "Food" }, old: "Old" } }).keys(),
];
const unused = (...files: string[]) => unusedMessages(messages, files.map(readMessageUse));

test("a key spelt out on a translator of its namespace is used, its neighbours are not", () => {
  expect(unused(`const t = useTranslations("till"); t("record")`)).toEqual([
    "till.tabs.most",
    "till.tabs.food",
    "till.old",
  ]);
});

test("a template uses every key it can become: tabs.* of the till", () => {
  expect(
    unused(`const t = await getTranslations("till"); t(\`tabs.\${key}\`); t.rich("record", {}); t("old")`),
  ).toEqual([]);
});

test("a key spelt in one file and translated in another is used", () => {
  expect(
    unused(`const t = useTranslations("till"); t(row.label)`, `export const row = { label: "record" }`),
  ).not.toContain("till.record");
});

test("the same word in a file that opens another namespace uses nothing", () => {
  expect(unused(`const t = useTranslations("rules"); t("record")`)).toContain("till.record");
});

test("a helper that is handed its translator counts like the page that opened it", () => {
  const helper =
    'type Words = ReturnType<typeof useTranslations<"till">>; const say = (t: Words) => t("old");';
  expect(unused(helper)).not.toContain("till.old");
});

test("a namespace chosen on the spot opens both: till.tabs or till", () => {
  expect(unused('const t = useTranslations(isOld ? "till" : "till.tabs"); t("old"); t("most")')).toEqual([
    "till.record",
    "till.tabs.food",
  ]);
});

test("a misspelt key on a page's own translator is told: till.recrod", () => {
  const use = readMessageUse('const t = await getTranslations("till"); t("recrod"); // t("comment")');
  expect(use.keys).toEqual([["till.recrod"]]);
});

test("what a message is filled with is told from what its branches say: {count} and {name}, not {none}", () => {
  expect(
    holes("{count, plural, =0 {none} one {one for {name}} other {#}}, {day, date, short} <b>now</b>"),
  ).toEqual(["<b>", "count", "day", "name"]);
  expect(holes("plain")).toEqual([]);
});
