import type { z } from "zod";
import { purchaseLineSchema, purchaseSchema } from "@/lib/earning/schemas";
import { currencyExponent } from "@/lib/kernel/money";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import { memberKey } from "@/lib/members/member-key";
import type { MemberRef } from "@/lib/members/schemas";
import { checked, faultOf, joinedText, labelsOf, required, summed, timeOf } from "./cells";
import { type BoundSource, type Columns, type Row, RowFault } from "./domain/columns";
import { timeReader } from "./domain/read-time";
import type { PurchasesMapping } from "./schemas";

/** The shop's own settings that reading a file depends on. */
export interface ImportPlace {
  currency: string;
  timezone: string;
  country: string;
}

type Line = z.output<typeof purchaseLineSchema>;

/** What one row says: a line, and the purchase that it belongs to. */
export interface PurchaseRow {
  purchase: string;
  member: MemberRef;
  /** ms since 1970. */
  at: number;
  channel?: string;
  line: Line;
}

export type PurchaseRowRead =
  | { ok: true; row: PurchaseRow }
  /** `purchase` tells which one lacks this line, when that much can be read. */
  | { ok: false; purchase: string | null; fault: FieldProblem };

export type PurchaseRowReader = (row: Row) => PurchaseRowRead;

const headSchema = purchaseSchema
  .pick({ member: true })
  .extend({ channel: purchaseSchema.shape.channel.unwrap().optional() });

/** Binds a mapping to a file: what it answers reads one row after the other. */
export function purchaseRowReader(
  mapping: PurchasesMapping,
  columns: Columns,
  place: ImportPlace,
  latest: Date,
): PurchaseRowReader {
  const key = columns.bind("purchase.externalId", mapping.purchase.externalId);
  const readHead = headReader(mapping, columns, place, latest);
  const readLine = lineReader(mapping, columns, place);
  const readKey = (row: Row) =>
    checked(purchaseSchema.shape.externalId, required(key, row), { "": key.label });
  return (row) => {
    const purchase = faultOf(() => readKey(row));
    if (!purchase.ok) return { ok: false, purchase: null, fault: purchase.fault };
    const rest = faultOf(() => ({ purchase: purchase.value, ...readHead(row), line: readLine(row) }));
    return rest.ok
      ? { ok: true, row: rest.value }
      : { ok: false, purchase: purchase.value, fault: rest.fault };
  };
}

function headReader(mapping: PurchasesMapping, columns: Columns, place: ImportPlace, latest: Date) {
  const { purchase } = mapping;
  const [[kind, memberSource] = []] = Object.entries(purchase.member).filter(
    ([, source]) => source !== undefined,
  );
  if (kind === undefined || memberSource === undefined) throw new Error("the mapping names no member");
  const member = columns.bind(`purchase.member.${kind}`, memberSource);
  const occurredAt = columns.bind("purchase.occurredAt", purchase.occurredAt);
  const channel = purchase.channel && columns.bind("purchase.channel", purchase.channel);
  const readTime = readerOf(purchase.occurredAt.format, mapping.timezone ?? place.timezone);
  const labels = { member: member.label, channel: channel?.label ?? "purchase.channel" };
  return (row: Row) => {
    const at = timeOf(occurredAt, row, readTime);
    if (at === undefined) throw new RowFault({ path: occurredAt.label, code: "required" });
    if (at > latest.getTime()) throw new RowFault({ path: occurredAt.label, code: "in_future" });
    const head = checked(
      headSchema,
      { member: { [kind]: required(member, row) }, channel: channel?.read(row) },
      labels,
    );
    return { at, channel: head.channel, member: spelled(head.member, place.country, member) };
  };
}

/** As it is stored, so that two spellings of a phone number are one member. */
function spelled(ref: MemberRef, country: string, source: BoundSource): MemberRef {
  if ("externalId" in ref || "email" in ref) return ref;
  try {
    const { by, value } = memberKey(ref, country);
    return by === "phone" ? { phone: value } : by === "card" ? { card: value } : { id: value.toLowerCase() };
  } catch (error) {
    const field = error instanceof Problem ? error.fields[0] : undefined;
    if (!field) throw error;
    throw new RowFault({ ...field, path: source.label });
  }
}

function lineReader({ line, decimal }: PurchasesMapping, columns: Columns, { currency }: ImportPlace) {
  const all = (name: "amount" | "tax" | "discount" | "name") =>
    columns.bindAll(`line.${name}`, line[name] ?? []);
  const one = (name: "productType" | "sku" | "quantity") => {
    const source = line[name];
    return source ? [columns.bind(`line.${name}`, source)] : [];
  };
  const [productType] = one("productType");
  if (!productType) throw new Error("the mapping names no product type");
  const [sku, quantity, name] = [one("sku"), one("quantity"), all("name")];
  const [amount, tax, discount] = [all("amount"), all("tax"), all("discount")];
  const decimals = currencyExponent(currency);
  const labels = {
    productType: productType.label,
    sku: labelsOf(sku),
    name: labelsOf(name),
    quantity: labelsOf(quantity),
    amount: labelsOf(amount),
    tax: labelsOf(tax),
    discount: labelsOf(discount),
  };
  return (row: Row): Line => {
    const total = summed(amount, row, decimals, decimal);
    if (total === undefined) throw new RowFault({ path: labels.amount, code: "required" });
    const thousandths = summed(quantity, row, 3, decimal);
    return checked(
      purchaseLineSchema,
      {
        productType: required(productType, row),
        sku: joinedText(sku, row),
        name: joinedText(name, row),
        quantity: thousandths === undefined ? undefined : thousandths / 1000,
        amount: total,
        tax: summed(tax, row, decimals, decimal),
        discount: summed(discount, row, decimals, decimal),
      },
      labels,
    );
  };
}

function readerOf(format: string | undefined, zone: string) {
  const reader = timeReader(format, zone);
  if (!reader) throw new Error("the mapping's format was not checked");
  return reader;
}
