/**
 * The database's address for the job queue, whose driver is not ours. Asked for `sslmode=require` it would also verify
 * the certificate, and refuse the self-signed one that a server makes for itself; ours encrypts, as every PostgreSQL client does.
 */
export function queueUrl(url: string): string {
  const address = new URL(url);
  if (!["require", "prefer"].includes(address.searchParams.get("sslmode") ?? "")) return url;
  address.searchParams.set("uselibpqcompat", "true");
  return address.href;
}
