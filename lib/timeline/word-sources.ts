import { mailsToMembers } from "@/lib/messaging/domain/mail-kinds";
import type { StoryEvent } from "./domain/story";
import { iso, type StorySource } from "./story-source";

interface NoteRow {
  id: string;
  at: string;
  by: string;
  text: string;
  edited: boolean;
}

/** What staff noted. */
export const notes: StorySource = {
  kind: "note",
  part: "notes",
  permission: "members.note",
  async read({ database: { sql }, merchantId, memberId, reader }, { behind, limit }) {
    const rows = await sql<NoteRow[]>`
      select n.id, n.written_at as at, n.written_by as by, n.text, n.edited_at is not null as edited
      from member_note n
      where n.merchant_id = ${merchantId} and n.member_id = ${memberId} and ${behind(sql`n.written_at`, sql`n.id`)}
      order by n.written_at desc, n.id desc limit ${limit}`;
    return rows.map(({ at, by, ...note }) => ({
      id: note.id,
      at: iso(at),
      by,
      event: { kind: "note" as const, ...note, own: by === reader },
    }));
  },
};

interface MailRow {
  id: string;
  at: string;
  subject: string;
  status: Extract<StoryEvent, { kind: "mail" }>["status"];
}

/** Mail to the address that they have now, by its subject: what else was in it may open doors. */
export const mails: StorySource = {
  kind: "mail",
  part: "mail",
  permission: "members.edit",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<MailRow[]>`
      select o.id, o.created_at as at, o.subject, o.status
      from outbox o
      where o.merchant_id = ${merchantId} and o.recipient = (select email from member m
          where m.merchant_id = ${merchantId} and m.id = ${memberId})
        and o.kind = any(${mailsToMembers}::text[]) and ${behind(sql`o.created_at`, sql`o.id`)}
      order by o.created_at desc, o.id desc limit ${limit}`;
    return rows.map(({ id, at, ...mail }) => ({
      id,
      at: iso(at),
      by: null,
      event: { kind: "mail" as const, ...mail },
    }));
  },
};

/** What they agreed to or took back, in the words they read. */
export const consents: StorySource = {
  kind: "consent",
  part: "mail",
  permission: "members.edit",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<{ id: string; at: string; by: string; given: boolean; wording: string }[]>`
      select c.id, c.at, c.actor as by, c.given, c.wording
      from consent_event c
      where c.merchant_id = ${merchantId} and c.member_id = ${memberId} and ${behind(sql`c.at`, sql`c.id`)}
      order by c.at desc, c.id desc limit ${limit}`;
    return rows.map(({ id, at, by, ...consent }) => ({
      id,
      at: iso(at),
      by,
      event: { kind: "consent" as const, ...consent },
    }));
  },
};
