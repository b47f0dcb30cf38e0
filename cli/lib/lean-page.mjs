// Plain JavaScript: the web server is started without a loader for TypeScript, which every request would pay for.
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { ledAddress, ledLinks } from "./card-address.mjs";

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/**
 * Customers' pages: those of a card, the list of cards, and a mail's way out.
 *
 * @param {string | undefined} url
 */
export const isCustomerPage = (url) => /^\/(?:c|unsubscribe)(?:[/?]|$)/.test(url ?? "");

/**
 * Sends a customer's page without the framework's scripts. Every form and link of it works by whole pages, and what it does
 * by itself are scripts of our own (`data-own`) of some kB, so a phone need not load, read and run 140 kB of script to show a
 * number. docs/adr/0050 has the measurements. What is no complete page (a file, an error that only the browser can draw)
 * passes as it is.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function sendLean(request, response) {
  const encodings = String(request.headers["accept-encoding"] ?? "");
  // What follows reads the page as text.
  delete request.headers["accept-encoding"];
  // The framework gives a page in one piece, its title in its head, only to readers that run no script. This one does not.
  request.headers["user-agent"] = "Mediapartners-Google";
  // A link from a page with the framework asks for a part: it gets the page, and then goes there as a browser does.
  for (const name of ["rsc", "next-router-state-tree", "next-router-prefetch", "next-url"]) {
    delete request.headers[name];
  }
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  /** @type {Buffer[]} */
  const chunks = [];
  const isPage = () => String(response.getHeader("content-type") ?? "").startsWith("text/html");
  const collect = (chunk, encoding) => {
    if (typeof chunk === "string") {
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? encoding : "utf8"));
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };

  // A posted form that leads to another page (to sign in, when the session has ended) leads there without what was posted.
  const leadOn = (status) => (request.method === "POST" && status === 307 ? 303 : status);

  const leadWithin = () => {
    const location = response.getHeader("location");
    if (typeof location === "string") response.setHeader("location", ledAddress(location));
  };

  // Nothing of a page's head leaves before its body is known: how long it is, and how it is compressed.
  response.writeHead = (status, ...rest) => {
    leadWithin();
    if (!isPage()) return writeHead(leadOn(status), ...rest);
    response.statusCode = leadOn(status);
    const headers = rest.find((given) => typeof given === "object") ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response;
  };
  response.flushHeaders = () => {
    if (!isPage()) flushHeaders();
  };
  response.write = (chunk, encoding, done) => {
    if (!isPage()) return write(chunk, encoding, done);
    collect(chunk, encoding);
    const callback = [encoding, done].find((given) => typeof given === "function");
    if (callback) process.nextTick(callback);
    return true;
  };
  response.end = (chunk, encoding, done) => {
    if (!response.headersSent) leadWithin();
    response.statusCode = leadOn(response.statusCode);
    if (!isPage() || response.headersSent) return end(chunk, encoding, done);
    collect(chunk, encoding);
    const callback = [chunk, encoding, done].find((given) => typeof given === "function");
    finish(response, Buffer.concat(chunks).toString("utf8"), encodings).then(
      (body) => {
        response.writeHead = writeHead;
        end(body, callback);
      },
      (error) => response.destroy(error),
    );
    return response;
  };
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} html
 * @param {string} encodings
 * @returns {Promise<Buffer>}
 */
async function finish(response, html, encodings) {
  response.statusCode = statusOf(html) ?? response.statusCode;
  const body = Buffer.from(canDoWithout(html, response.statusCode) ? ledLinks(withoutScripts(html)) : html);
  response.removeHeader("content-length");
  response.removeHeader("etag");
  response.setHeader("vary", "Accept-Encoding");
  if (/\bbr\b/.test(encodings)) {
    response.setHeader("content-encoding", "br");
    return toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
  if (/\bgzip\b/.test(encodings)) {
    response.setHeader("content-encoding", "gzip");
    return toGzip(body);
  }
  return body;
}

/**
 * What a page says that its answer is, where the framework can say it only with a script.
 *
 * @param {string} html
 * @returns {number | null}
 */
const statusOf = (html) => Number(/<meta name="status" content="(\d{3})"/.exec(html)?.[1]) || null;

/** An error that broke the page itself is drawn by the framework's script, and by nothing else. */
const canDoWithout = (html, status) =>
  status < 500 && html.includes("</html>") && !/<html[^>]* id="__next_error__"/.test(html);

/**
 * Takes out every script that is not our own, and what asks the browser to load one.
 *
 * @param {string} html
 * @returns {string}
 */
export const withoutScripts = (html) =>
  html
    .replace(/<script\b(?![^>]*\bdata-own\b)[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/g, "");
