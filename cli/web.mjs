// The web server of `npm start`, on a build that exists: the framework's own, but that customers' pages go out lean.
//   node cli/web.mjs PORT [PROXY...]
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";
import { knownAddress } from "./lib/card-address.mjs";
import { isCustomerPage, sendLean } from "./lib/lean-page.mjs";
import { readableUrl } from "./lib/readable-url.mjs";
import { proxyList, senderOf } from "./lib/sender.mjs";

const [given, ...named] = process.argv.slice(2);
const port = Number(given);
const proxies = proxyList(named);
const app = next({ dev: false, dir: fileURLToPath(new URL("..", import.meta.url)), port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  request.url = knownAddress(readableUrl(request.url ?? "/"));
  // Always set, and by us: what is throttled and audited goes by it.
  request.headers["x-forwarded-for"] = senderOf(request, proxies);
  if (isCustomerPage(request.url)) sendLean(request, response);
  void handle(request, response);
});
server.listen(port);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    // What is under way is answered; connections that only wait are not waited for.
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
