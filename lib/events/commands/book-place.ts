import { defineCommand } from "@/lib/access/define-command";
import { book } from "../book";
import { bookingSchema } from "../schemas";

/** A place for a member, as staff ask for it. */
export const bookPlace = defineCommand({
  name: "event.book",
  permission: "events.book",
  input: bookingSchema,
  run: ({ input, ...context }) => book(context, input.event, input.member),
});
