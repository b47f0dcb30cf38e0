import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  from: string;
  to: string[];
  source: string;
}

export interface TestSmtpServer {
  url: string;
  received: ReceivedMail[];
  /** What the next recipients are answered with instead of yes. */
  refuse: { code: number; message: string; times: number } | null;
  close(): Promise<void>;
}

/** A mail server on loopback that keeps what it is given. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, callback) => {
      if (!control.refuse || control.refuse.times === 0) return callback();
      control.refuse.times -= 1;
      callback(Object.assign(new Error(control.refuse.message), { responseCode: control.refuse.code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map((address) => address.address),
          source: Buffer.concat(chunks).toString("utf8"),
        });
        callback();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const control: TestSmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return control;
}
