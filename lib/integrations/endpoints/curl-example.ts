import type { Endpoint } from "@/lib/access/define-endpoint";

/** The example of an endpoint as a command to paste, for an installation at `address`. */
export function curlExample(endpoint: Endpoint, address: string): string {
  const { path = {}, query = {}, body } = endpoint.example;
  const place = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ""),
  );
  const search = new URLSearchParams(query).toString();
  const url = `${address}/api/v1${place}${search && `?${search}`}`;
  const lines = [
    `curl ${endpoint.verb === "GET" || body ? "" : `-X ${endpoint.verb} `}${quote(url)}`,
    ...(body && endpoint.verb !== "POST" ? [`-X ${endpoint.verb}`] : []),
    `-H "Authorization: Bearer $REGULARS_KEY"`,
    ...(body ? [`-H "Content-Type: application/json"`, `-d ${quote(JSON.stringify(body, null, 2))}`] : []),
  ];
  return lines.join(" \\\n  ");
}

/** In single quotes, inside of which a shell reads nothing but their end. */
const quote = (text: string): string =>
  /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
