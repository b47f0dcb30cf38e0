import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
import { memberData } from "../member-data";

/** Everything the shop keeps of the signed-in customer. */
export const getOwnData = defineQuery({
  name: "members.own-data",
  permission: "membership.own",
  input: z.strictObject({}),
  run: ({ actor, now, database }) => memberData(database, { ...ownMembership(actor), now }),
});
