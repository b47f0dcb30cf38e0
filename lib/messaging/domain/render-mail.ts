import { shopColour } from "@/lib/kernel/shop-colour";

/** What a mail says, already in the reader's words. */
export interface MailWords {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** What adds up, as on the price list. */
  rows?: { label: string; figure: string }[];
  button?: { label: string; href: string };
  /** Small print: why this came, and what to do if it was not asked for. */
  footer: string[];
  /** The way out, in the footer. */
  leave?: { label: string; href: string };
}

export interface MailSender {
  name: string;
  colour: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const serif = "Besley, Georgia, 'Times New Roman', serif";
const sans = "Figtree, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const ink = "#1E1B16";
const second = "#575146";

/**
 * The shop's sign on top, then words: no pictures, so nothing is missing when a mail program does not load any. Tables
 * and inline styles, because that is what mail programs agree on.
 */
export function renderMail(sender: MailSender, words: MailWords, locale: string): RenderedMail {
  return { subject: words.subject, text: renderText(sender, words), html: renderHtml(sender, words, locale) };
}

function renderText(
  sender: MailSender,
  { heading, paragraphs, rows = [], button, footer, leave }: MailWords,
): string {
  const list = rows.length > 0 ? [rows.map(({ label, figure }) => `${label}: ${figure}`).join("\n")] : [];
  const link = button ? [`${button.label}:\n${button.href}`] : [];
  const small = [...footer, ...(leave ? [`${leave.label}: ${leave.href}`] : [])];
  return `${[sender.name, heading, ...paragraphs, ...list, ...link, `-- \n${small.join("\n")}`].join("\n\n")}\n`;
}

function renderHtml(sender: MailSender, words: MailWords, locale: string): string {
  const { sign, accent, on, say } = shopColour(sender.colour).light;
  const text = (line: string) =>
    `<p style="margin:0 0 16px;font:400 16px/24px ${sans};color:${ink}">${escapeHtml(heldTogether(line))}</p>`;
  const small = (line: string) =>
    `<p style="margin:0 0 8px;font:400 13px/18px ${sans};color:${second}">${escapeHtml(line)}</p>`;
  const { button, rows = [], leave } = words;
  const list = rows.length > 0 ? renderRows(rows) : "";
  const leaving = leave
    ? `<p style="margin:0 0 8px;font:400 13px/18px ${sans}"><a href="${escapeHtml(leave.href)}" style="color:${say}">` +
      `${escapeHtml(leave.label)}</a></p>`
    : "";
  const call = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.href)}" style="display:inline-block;background:${accent};` +
      `color:${on};font:600 16px/24px ${sans};padding:12px 24px;border-radius:8px;text-decoration:none">` +
      `${escapeHtml(button.label)}</a></p>` +
      `<p style="margin:0 0 16px;font:400 13px/18px ${sans};word-break:break-all">` +
      `<a href="${escapeHtml(button.href)}" style="color:${say}">${escapeHtml(button.href)}</a></p>`
    : "";
  return (
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light">` +
    `<title>${escapeHtml(words.subject)}</title></head>` +
    `<body style="margin:0;padding:0;background:#F4F2ED">` +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#F4F2ED"><tr>` +
    `<td align="center" style="padding:24px 12px">` +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#FDFCFA">` +
    `<tr><td style="background:${sign};padding:20px 24px;font:400 24px/32px ${serif};color:#FFFFFF">` +
    `${escapeHtml(sender.name)}</td></tr>` +
    `<tr><td style="padding:32px 24px 16px"><h1 style="margin:0 0 16px;font:400 26px/32px ${serif};color:${ink}">` +
    `${escapeHtml(heldTogether(words.heading))}</h1>${words.paragraphs.map(text).join("")}${list}${call}</td></tr>` +
    `<tr><td style="border-top:1px solid #E3DFD6;padding:16px 24px 24px">${words.footer.map(small).join("")}${leaving}</td></tr>` +
    `</table></td></tr></table></body></html>`
  );
}

/** The price list: the label, a dotted leader, the figure at the right edge. */
function renderRows(rows: { label: string; figure: string }[]): string {
  const cell = `padding:8px 0;border-bottom:1px dotted #8C8577;font:400 16px/24px ${sans};color:${ink}`;
  const lines = rows.map(
    ({ label, figure }) =>
      `<tr><td style="${cell}">${escapeHtml(label)}</td>` +
      `<td align="right" style="${cell};white-space:nowrap">${escapeHtml(figure)}</td></tr>`,
  );
  return (
    `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-collapse:collapse">` +
    `${lines.join("")}</table>`
  );
}

/** A number does not part from its word at the end of a line: "30 November", "1,240 points". */
const heldTogether = (line: string): string => line.replace(/(\d) (?=\p{L})/gu, "$1\u00a0");

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
