import { expect, test } from "vitest";
import { pictureFault } from "./picture-data";

const url = (kind: string, bytes: number[] | Buffer) =>
  `data:image/${kind};base64,${Buffer.from(bytes).toString("base64")}`;
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test("a PNG of exactly 100 kB is taken, one byte more is too large", () => {
  const padded = (size: number) => Buffer.concat([Buffer.from(png), Buffer.alloc(size - png.length)]);
  expect(pictureFault(url("png", padded(102_400)))).toBeNull();
  expect(pictureFault(url("png", padded(102_401)))).toBe("picture.size");
});

test.each([
  ["an SVG, which can carry script", "data:image/svg+xml;base64,PHN2Zy8+"],
  ["a page that says it is a PNG", url("png", Buffer.from("<script>alert(1)</script>"))],
  ["a JPEG that says it is a PNG", url("png", [0xff, 0xd8, 0xff, 0xe0])],
  ["an address elsewhere", "https://example.com/logo.png"],
  ["nothing", "data:image/png;base64,"],
  ["what is not base64", "data:image/png;base64,%%%"],
])("%s is refused", (_, given) => expect(pictureFault(given)).toBe("picture.kind"));
