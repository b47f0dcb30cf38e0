import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "@/lib/kernel/operator-error";

/** Throws an OperatorError when the web server could not listen. `patience` (ms) is for a run that is just stopping. */
export async function refuseTakenPort(port: number, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    // A program that listens on 127.0.0.1 alone does not stop us from listening everywhere, and would get the visitors.
    const code = (await listenOnce(port)) ?? (await listenOnce(port, "127.0.0.1"));
    if (code === undefined) return;
    if (code !== "EADDRINUSE") throw refused(port, code);
    if (Date.now() > deadline) {
      throw new OperatorError(
        `PORT ${port} is taken by another program: stop it, or set PORT to another number`,
      );
    }
    await pause(100);
  }
}

const refused = (port: number, code: string): OperatorError =>
  new OperatorError(
    code === "EACCES"
      ? `PORT ${port} is not allowed to this user: take one above 1023`
      : `PORT ${port} cannot be listened on: ${code}`,
  );

function listenOnce(port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
