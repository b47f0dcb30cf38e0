import { Document, isMap, isPair, isScalar, isSeq, type Scalar, visit, type YAMLMap } from "yaml";
import type { Program } from "../schemas";

const head = ` The whole program, as it is published. Change it, look at the difference and publish it:
   npm run -s regulars -- program apply --merchant SLUG FILE --dry-run
   npm run -s regulars -- program apply --merchant SLUG FILE
 What is left out takes its default. Money is in minor units (100 is 1.00), factors and rates in basis points
 (20000 doubles).`;

const notes: Record<string, string> = {
  productTypes: " What is sold. An excluded type earns nothing, and the explanation says so.",
  tiers: " Lowest first.",
  earning:
    " stacking: best, add or multiply. rounding: down, nearest or up, once a purchase. holdDays: 0 is no hold.",
  expiry:
    " { kind: never }, { kind: after, months: 12, endOf: month (or quarter, year) } or { kind: inactivity, months: 12 }.",
  warnings: " So many days before points expire, members are told; []: nobody is.",
  mail: " quietHours: no mail to members from then until then; null: at any hour.",
  rewards:
    " What points are for. price: { kind: points, points: 500 }, or { kind: granted, on: [birthday] }.",
  refunds: " policy: debt or writeOff, when the points to take back are spent already.",
  pointValue: " So many points are worth `amount`.",
  payment: " share: the most of a basket that points pay, in basis points (10000 is all of it).",
  enrolment: " universalDefault: whether the first purchase enrols its buyer.",
  adjustments: " Above so many points a second person has to approve.",
};

/** A program as a file that a person reviews: every setting in it, rules one below the other, units explained. */
export function programYaml(program: Program): string {
  const document = new Document(program, { aliasDuplicateObjects: false });
  document.commentBefore = head;
  const root = document.contents;
  if (isMap(root)) {
    for (const item of root.items) {
      const key: unknown = isPair(item) ? item.key : undefined;
      if (isScalar(key)) annotate(key);
    }
  }
  visit(document, {
    Map: (_, node, path) => {
      if (isShort(node, path.length)) node.flow = true;
    },
    Seq: (_, node) => {
      if (node.items.every(isScalar)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}

function annotate(key: Scalar): void {
  const note = notes[String(key.value)];
  key.spaceBefore = true;
  if (note) key.commentBefore = note;
}

/** A type, a tier, a cap, an effect: on one line. A rule and a section: one line for each of its settings. */
const isShort = (node: YAMLMap, depth: number): boolean =>
  depth > 2 && node.items.every((item) => isPair(item) && (isScalar(item.value) || isShortList(item.value)));

const isShortList = (value: unknown): boolean =>
  isSeq(value) && value.items.every(isScalar) && value.items.length <= 5;
