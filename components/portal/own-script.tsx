/** A script of our own inside a customer's page; see cli/lib/lean-page.ts for what happens to those that are not. */
export function OwnScript({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own functions, with an address made of a slug
  return <script data-own="" dangerouslySetInnerHTML={{ __html: text }} />;
}
