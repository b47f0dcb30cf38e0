const maximumBytes = 100 * 1024;

/** The first bytes of what may be shown; SVG is not among them, because it can carry script. */
const kinds: Record<string, (bytes: Uint8Array) => boolean> = {
  png: (b) => starts(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  jpeg: (b) => starts(b, [0xff, 0xd8, 0xff]),
  webp: (b) => starts(b, [0x52, 0x49, 0x46, 0x46]) && starts(b.subarray(8), [0x57, 0x45, 0x42, 0x50]),
};

const starts = (bytes: Uint8Array, sign: number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte);

export type PictureFault = "picture.kind" | "picture.size";

/** A picture that is kept goes by the SHA-256 of its bytes. */
export const isPictureHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** No data URL of a picture that may be shown is longer. */
export const longestPicture = 150_000;

/** A picture of at most 100 kB out of its data URL, if it is what it says it is; else what is wrong with it. */
export function readPicture(dataUrl: string): { type: string; bytes: Buffer } | PictureFault {
  const match = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl);
  const [, kind, encoded] = match ?? [];
  if (!kind || !encoded) return "picture.kind";
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length > maximumBytes) return "picture.size";
  return kinds[kind]?.(bytes) ? { type: `image/${kind}`, bytes } : "picture.kind";
}

export function pictureFault(dataUrl: string): PictureFault | null {
  const read = readPicture(dataUrl);
  return typeof read === "string" ? read : null;
}
