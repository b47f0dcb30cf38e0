import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { book } from "../book";
import { eventIdSchema } from "../schemas";

/** The signed-in customer takes a place for their own points, or waits for one. */
export const bookOwnPlace = defineCommand({
  name: "event.book-own",
  permission: "membership.own",
  input: eventIdSchema,
  async run({ input, ...context }) {
    const { actor } = context;
    if (actor.kind !== "member") throw new Problem("forbidden");
    return book(context, input.event, actor.memberId);
  },
});
