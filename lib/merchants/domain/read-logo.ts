const maximumBytes = 100 * 1024;

/** The first bytes of what may be shown; SVG is not among them, because it can carry script. */
const kinds: Record<string, (bytes: Uint8Array) => boolean> = {
  png: (b) => starts(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  jpeg: (b) => starts(b, [0xff, 0xd8, 0xff]),
  webp: (b) => starts(b, [0x52, 0x49, 0x46, 0x46]) && starts(b.subarray(8), [0x57, 0x45, 0x42, 0x50]),
};

const starts = (bytes: Uint8Array, sign: number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte);

export type LogoFault = "logo.kind" | "logo.size";

/** Whether a data URL is a picture of at most 100 kB that is what it says it is. */
export function logoFault(dataUrl: string): LogoFault | null {
  const match = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl);
  const [, kind, encoded] = match ?? [];
  if (!kind || !encoded) return "logo.kind";
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length > maximumBytes) return "logo.size";
  return kinds[kind]?.(bytes) ? null : "logo.kind";
}
