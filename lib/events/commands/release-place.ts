import { defineCommand } from "@/lib/access/define-command";
import { releasePlace as release } from "../release-place";
import { placeSchema } from "../schemas";

/** Staff give a member's place back. */
export const releasePlace = defineCommand({
  name: "event.release",
  permission: "events.book",
  input: placeSchema,
  run: ({ input, ...context }) => release(context, input),
});
