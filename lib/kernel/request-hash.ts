import { createHash } from "node:crypto";

/** SHA-256 over the canonical form of a request: the order of keys does not matter, everything else does. */
export const requestHash = (value: unknown): string =>
  createHash("sha256").update(canonical(value)).digest("base64url");

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  // Imports hash by the million: no more objects than there have to be.
  const record = value as Record<string, unknown>;
  let text = "";
  for (const key of Object.keys(record).sort()) {
    const inner = record[key];
    if (inner !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(inner)}`;
  }
  return `{${text}}`;
}
