// Plain JavaScript, like all that the web server runs.
import { BlockList, isIP } from "node:net";

/**
 * The proxies that an operator has named, by address or network.
 *
 * @param {readonly string[]} named
 */
export function proxyList(named) {
  const list = new BlockList();
  for (const one of named) {
    const [address = "", prefix] = one.split("/");
    if (prefix === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(prefix), family(address));
  }
  return list;
}

/** @param {string} address */
const family = (address) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An IPv4 address that came over an IPv6 socket is written as what it is. */
const plain = (address) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * Who sent a request: the socket's other end, or, where that is a proxy of ours, whom it says it asks for. Each proxy adds to
 * the end of the list, so it is read backwards, and what the first that is no proxy of ours has claimed is not read at all.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {BlockList} proxies
 * @returns {string}
 */
export function senderOf(request, proxies) {
  let sender = plain(request.socket.remoteAddress ?? "");
  const told = String(request.headers["x-forwarded-for"] ?? "").split(",");
  while (isIP(sender) > 0 && proxies.check(sender, family(sender))) {
    const before = plain(told.pop()?.trim() ?? "");
    if (isIP(before) === 0) break;
    sender = before;
  }
  return sender;
}
