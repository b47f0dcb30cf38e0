import { defineCommand } from "@/lib/access/define-command";
import { recordActivityOf } from "../record-activity";
import { activitySchema } from "../schemas";

/** Records what a member did besides buying, as staff or a program says it. */
export const recordActivity = defineCommand({
  name: "activity.record",
  permission: "activities.record",
  input: activitySchema,
  run: (context) =>
    recordActivityOf(context, context.input, context.actor.kind === "staff" ? "staff" : "api"),
});
