import { request as ask, createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { isCustomerPage, sendLean, withoutScripts } from "./lean-page.mjs";

const page =
  '<!DOCTYPE html><html lang="en"><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/>' +
  '<script src="/a.js" async=""></script></head><body><p>47 points</p><script>self.__next_f.push([1,"a<b"])</script>' +
  '<script data-own="">own()</script></body></html>';

/** What a browser gets of an answer that is sent lean. */
async function received(
  send: (response: ServerResponse) => void,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<{ status: number; encoding: string | undefined; body: string; asked: NodeJS.Dict<unknown> }> {
  let asked: NodeJS.Dict<unknown> = {};
  const server = createServer((request, response) => {
    sendLean(request, response);
    asked = request.headers;
    send(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      const sent = ask({ port, host: "127.0.0.1", headers, method }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const raw = Buffer.concat(chunks);
          const encoding = answer.headers["content-encoding"];
          const body = (encoding === "gzip" ? gunzipSync(raw) : raw).toString();
          resolve({ status: answer.statusCode ?? 0, encoding, body, asked });
        });
      });
      sent.on("error", reject).end();
    });
  } finally {
    server.close();
  }
}

test("a card's pages, the list of cards and a mail's way out are customers' pages; another address that begins with c is not", () => {
  const theirs = ["/c", "/c?x", "/c/kose-kahve", "/c/kose-kahve/history?q=a", "/unsubscribe/1.a.expiry.b"];
  expect(theirs.filter(isCustomerPage)).toEqual(theirs);
  expect(["/", "/m/kose-kahve", "/cards", "/api/v1/c", undefined].map(isCustomerPage)).not.toContain(true);
});

test("the framework's scripts and their preloads go; the style sheet, the words and our own script stay", () => {
  expect(withoutScripts(page)).toBe(
    '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/a.css"/></head><body><p>47 points</p>' +
      '<script data-own="">own()</script></body></html>',
  );
});

test("a page that comes in three pieces, one cut inside a script, is sent whole and compressed once", async () => {
  const { body, encoding, asked } = await received(
    (response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      const cut = page.indexOf("__next_f");
      // As a compressing middleware does before the first byte.
      response.writeHead(200);
      response.write(page.slice(0, 20));
      response.write(Buffer.from(page.slice(20, cut)));
      response.end(page.slice(cut));
    },
    { "accept-encoding": "gzip", rsc: "1" },
  );
  expect(body).toBe(withoutScripts(page));
  expect(encoding).toBe("gzip");
  expect(asked).not.toHaveProperty("rsc");
});

test("a file and a redirect pass as they are", async () => {
  const file = await received((response) => {
    response.setHeader("content-type", "text/csv");
    response.end("a,<script>b</script>");
  });
  expect(file.body).toBe("a,<script>b</script>");
  const redirect = await received((response) => {
    response.writeHead(303, { location: "/c/kose-kahve" }).end();
  });
  expect(redirect.status).toBe(303);
});

test("a posted form whose page leads elsewhere leads there without what was posted; a page that was asked for as it says", async () => {
  const leads = (response: ServerResponse) => {
    response.statusCode = 307;
    response.setHeader("location", "/c/kose-kahve/sign-in");
    response.end();
  };
  expect((await received(leads, {}, "POST")).status).toBe(303);
  expect((await received(leads)).status).toBe(307);
  const page = (response: ServerResponse) => {
    response.setHeader("content-type", "text/html");
    leads(response);
  };
  expect((await received(page, {}, "POST")).status).toBe(303);
});

test("a page that broke on the server keeps the script that draws the error", async () => {
  const broken = page.replace("<html", '<html id="__next_error__"');
  const { body } = await received((response) => {
    response.statusCode = 500;
    response.setHeader("content-type", "text/html");
    response.end(broken);
  });
  expect(body).toBe(broken);
});

test("a page that says it is none is sent with 404, whatever the framework answered; one that quotes it is not", async () => {
  const send = (body: string) => (response: ServerResponse) => {
    response.setHeader("content-type", "text/html");
    response.writeHead(200);
    response.end(body);
  };
  const told = page.replace("</head>", '<meta name="status" content="404"/></head>');
  expect((await received(send(told))).status).toBe(404);
  expect((await received(send(page))).status).toBe(200);
  const quoted = page.replace("47 points", '&lt;meta name="status" content="404"/&gt;');
  expect((await received(send(quoted))).status).toBe(200);
});
