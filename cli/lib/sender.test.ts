import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { proxyList, senderOf } from "./sender.mjs";

const sender = (remoteAddress: string, told: string | undefined, named: string[] = []) =>
  senderOf(
    { socket: { remoteAddress }, headers: { "x-forwarded-for": told } } as unknown as IncomingMessage,
    proxyList(named),
  );

test("nobody is believed about who they are: 203.0.113.7 that claims to be 9.9.9.9 is 203.0.113.7, from this machine or not", () => {
  expect(sender("203.0.113.7", "9.9.9.9")).toBe("203.0.113.7");
  expect(sender("127.0.0.1", "9.9.9.9")).toBe("127.0.0.1");
  expect(sender("::ffff:127.0.0.1", undefined)).toBe("127.0.0.1");
});

test.each([
  ["the proxy's last word", "10.0.0.2", "9.9.9.9, 203.0.113.7", ["10.0.0.2"], "203.0.113.7"],
  [
    "through two proxies of one network",
    "10.0.0.2",
    "9.9.9.9, 203.0.113.7, 10.0.0.3",
    ["10.0.0.0/8"],
    "203.0.113.7",
  ],
  ["over IPv6", "::1", "2001:db8::7", ["::1"], "2001:db8::7"],
  [
    "a proxy on an IPv6 socket by its IPv4 address",
    "::ffff:10.0.0.2",
    "203.0.113.7",
    ["10.0.0.2"],
    "203.0.113.7",
  ],
  ["a proxy that says nothing", "10.0.0.2", undefined, ["10.0.0.2"], "10.0.0.2"],
  ["a proxy that says nonsense", "10.0.0.2", "203.0.113.7, unknown", ["10.0.0.2"], "10.0.0.2"],
  ["nothing but proxies", "10.0.0.2", "10.0.0.4, 10.0.0.3", ["10.0.0.0/8"], "10.0.0.4"],
  ["one that was not named", "10.0.0.9", "203.0.113.7", ["10.0.0.2"], "10.0.0.9"],
])("a named proxy is believed: %s", (_, remote, told, named, from) => {
  expect(sender(remote, told, named)).toBe(from);
});
