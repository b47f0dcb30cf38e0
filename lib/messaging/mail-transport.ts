import { createTransport, type Transporter } from "nodemailer";

/** A way to send one mail. Failing throws. */
export interface MailTransport {
  send(message: OutgoingMail): Promise<void>;
  close(): void;
}

export interface OutgoingMail {
  id: string;
  fromName: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Ends mail of this kind with one POST (RFC 8058). */
  unsubscribeUrl?: string | null;
}

/**
 * Sends through `smtpUrl`. The sender's address is the URL's `from` parameter, or its user name when that is an address,
 * or no-reply at the host that people reach the app under.
 */
export function smtpTransport(smtpUrl: string, appUrl: string): MailTransport {
  const url = new URL(smtpUrl);
  const from = senderAddress(url, appUrl);
  url.searchParams.delete("from");
  const transporter: Transporter = createTransport({ url: url.toString(), ...patience });
  const host = from.slice(from.lastIndexOf("@") + 1);
  return {
    send: async (message) => {
      await transporter.sendMail({
        from: { name: message.fromName, address: from },
        to: { name: "", address: message.to },
        subject: message.subject,
        text: message.text,
        html: message.html,
        // The row's id: a mail that is sent twice after a crash is the same mail to whoever sorts them out.
        messageId: `<${message.id}@${host}>`,
        // No holiday replies and no unsubscribe guesses for mail that somebody asked for a second ago.
        headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(message.unsubscribeUrl) },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transporter.close(),
  };
}

const unsubscribeHeaders = (url: string | null | undefined): Record<string, string> =>
  url ? { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};

/** A server that says nothing is given up, so that a row is not held for the library's ten minutes. In milliseconds. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** The address that mail comes from. */
export function senderAddress(url: URL, appUrl: string): string {
  const user = decodeURIComponent(url.username);
  return url.searchParams.get("from") ?? (user.includes("@") ? user : `no-reply@${new URL(appUrl).hostname}`);
}

/** Whether the server said no for good (RFC 5321: 5yz), so that trying again is of no use. */
export function isPermanentRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error)) return false;
  const code = Number(error.responseCode);
  // 530, 534, 535 and 538 are about our own sign-in at the server: somebody will correct SMTP_URL.
  return code >= 500 && code < 600 && ![530, 534, 535, 538].includes(code);
}
