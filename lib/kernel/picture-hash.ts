import { createHash } from "node:crypto";
import { isPictureHash, readPicture } from "./picture-data";

/** What a picture goes by once it is kept; as it is for what is no picture, which the schema refuses. */
export function pictureHash(picture: string): string {
  const read = isPictureHash(picture) ? picture : readPicture(picture);
  return typeof read === "string" ? picture : createHash("sha256").update(read.bytes).digest("hex");
}
