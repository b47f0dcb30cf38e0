import type { FieldProblem } from "@/lib/kernel/problems";
import { type Enrolment, enrolmentSchema } from "@/lib/members/schemas";
import { checked, faultOf, joinedText, labelsOf, timeOf } from "./cells";
import { type BoundSource, type Columns, type Row, RowFault } from "./domain/columns";
import { timeReader } from "./domain/read-time";
import type { ImportPlace } from "./purchase-rows";
import type { MembersMapping } from "./schemas";

export interface MemberRow {
  enrolment: Enrolment;
  /** ms since 1970; absent: now. */
  enrolledAt?: number;
}

export type MemberRowReader = (row: Row) => MemberRowRead;

export type MemberRowRead = { ok: true; row: MemberRow } | { ok: false; fault: FieldProblem };

/** Binds a mapping to a file: what it answers reads one row after the other. */
export function memberRowReader(
  mapping: MembersMapping,
  columns: Columns,
  place: ImportPlace,
  latest: Date,
): (row: Row) => MemberRowRead {
  const { member } = mapping;
  const texts = (["externalId", "email", "phone", "locale", "tier"] as const).flatMap((name) => {
    const source = member[name];
    return source ? [{ name, source: columns.bind(`member.${name}`, source) }] : [];
  });
  const name = columns.bindAll("member.name", member.name ?? []);
  const tags = columns.bindAll("member.tags", member.tags ?? []);
  const attributes = Object.entries(member.attributes ?? {}).map(([key, source]) => ({
    key,
    source: columns.bind(`member.attributes.${key}`, source),
  }));
  const birthday = dayReader(mapping, columns);
  const enrolledAt = enrolmentReader(mapping, columns, place, latest);
  const labels = {
    ...Object.fromEntries(texts.map((text) => [text.name, text.source.label])),
    ...Object.fromEntries(attributes.map(({ key, source }) => [`attributes.${key}`, source.label])),
    name: labelsOf(name),
    tags: labelsOf(tags),
    birthday: member.birthday?.column ?? "member.birthday",
    "": labelsOf(texts.filter((text) => identities.has(text.name)).map((text) => text.source)),
  };
  return (row) => {
    const read = faultOf(() => {
      const enrolment = checked(
        enrolmentSchema,
        {
          ...Object.fromEntries(texts.map((text) => [text.name, text.source.read(row)])),
          name: joinedText(name, row),
          birthday: birthday(row),
          tags: present(tags, row),
          attributes: attributesOf(attributes, row),
        },
        labels,
      );
      if (!(enrolment.externalId ?? enrolment.email ?? enrolment.phone)) {
        throw new RowFault({ path: labels[""], code: "required" });
      }
      return { enrolment, enrolledAt: enrolledAt(row) };
    });
    return read.ok ? { ok: true, row: read.value } : read;
  };
}

const identities = new Set<string>(["externalId", "email", "phone"]);

function present(sources: readonly BoundSource[], row: Row): string[] | undefined {
  const texts = sources.flatMap((source) => source.read(row) ?? []);
  return texts.length > 0 ? texts : undefined;
}

function attributesOf(
  attributes: { key: string; source: BoundSource }[],
  row: Row,
): Record<string, string> | undefined {
  const entries = attributes.flatMap(({ key, source }) => {
    const text = source.read(row);
    return text === undefined ? [] : [[key, text] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A day has no zone: it is read and written by the same clock. */
function dayReader({ member }: MembersMapping, columns: Columns): (row: Row) => string | undefined {
  if (!member.birthday) return () => undefined;
  const source = columns.bind("member.birthday", member.birthday);
  const reader = timeReader(member.birthday.format, "UTC");
  if (!reader) throw new Error("the mapping's format was not checked");
  return (row) => {
    const text = source.read(row);
    const time = text === undefined ? undefined : reader(text);
    if (time === null)
      throw new RowFault({
        path: source.label,
        code: "import.time",
        params: { value: text?.slice(0, 60) ?? "" },
      });
    return time === undefined ? undefined : new Date(time).toISOString().slice(0, 10);
  };
}

function enrolmentReader(mapping: MembersMapping, columns: Columns, place: ImportPlace, latest: Date) {
  const { enrolledAt } = mapping.member;
  if (!enrolledAt) return () => undefined;
  const source = columns.bind("member.enrolledAt", enrolledAt);
  const reader = timeReader(enrolledAt.format, mapping.timezone ?? place.timezone);
  if (!reader) throw new Error("the mapping's format was not checked");
  return (row: Row): number | undefined => {
    const time = timeOf(source, row, reader);
    if (time !== undefined && time > latest.getTime())
      throw new RowFault({ path: source.label, code: "in_future" });
    return time;
  };
}
