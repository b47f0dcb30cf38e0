import { z } from "zod";

/** What the REST API answers about members: held to the truth by the compiler and by the contract tests. */

const change = (what: string) =>
  z
    .strictObject({
      at: z.iso.datetime().describe("When."),
      points: z.int().describe("How many points."),
    })
    .nullable()
    .describe(what);

export const memberAnswer = z
  .strictObject({
    id: z.uuid().describe("The member's id, for ever."),
    card: z.string().describe("Card number: twelve digits, the last a check digit."),
    externalId: z.string().nullable().describe("The shop's own id of the member."),
    name: z.string().nullable().describe("As the member writes it."),
    email: z.string().nullable().describe("E-mail address, in lower case."),
    phone: z.string().nullable().describe("Phone number in E.164."),
    birthday: z.iso.date().nullable().describe("Day of birth."),
    locale: z.enum(["en", "tr"]).nullable().describe("Language in which the member is written to."),
    tier: z.string().nullable().describe("Key of the member's tier."),
    tags: z.array(z.string()).describe("Words to group members by."),
    attributes: z.record(z.string(), z.string()).describe("What else the shop keeps."),
    balance: z.int().describe("Points that can be spent now; negative while points are owed."),
    pending: z.int().describe("Points that are held and not yet part of the balance."),
    purchaseCount: z.int().describe("Purchases recorded."),
    spend: z.int().describe("What those purchases came to, in minor units, refunds taken off."),
    enrolledAt: z.iso.datetime().describe("When the member joined."),
    enrolledVia: z.string().describe("How: customer, staff, api, import, purchase, ..."),
    lastPurchaseAt: z.iso.datetime().nullable().describe("When the last purchase happened."),
  })
  .meta({ id: "Member", description: "A member of the program." });

export const memberDetailAnswer = memberAnswer
  .extend({
    debt: z.int().describe("Points owed after refunds of purchases whose points were spent."),
    arriving: change("The next held points to become part of the balance."),
    expiring: change("The next points to expire."),
  })
  .meta({ id: "MemberDetail", description: "A member with what happens next to their points." });

export const memberPageAnswer = z.strictObject({
  members: z.array(memberAnswer).describe("In the order of their ids."),
  next: z.string().nullable().describe("The `cursor` of the next page; null on the last."),
});

export const erasureAnswer = z.strictObject({
  member: z
    .strictObject({ id: z.uuid().describe("The id, which leads to nobody now.") })
    .describe("Who was erased."),
  points: z
    .strictObject({
      forfeited: z.int().describe("Points that were left, held ones included."),
      writtenOff: z.int().describe("Points that were owed and are the shop's loss."),
    })
    .describe("What became of the points."),
});

const mergeFacts = z
  .strictObject({
    id: z.uuid().describe("The merge's id, by which it is taken back."),
    survivor: z.uuid().describe("The member who carries on."),
    merged: z.uuid().describe("The member who is found as the other one now."),
  })
  .describe("The merge.");

export const mergeAnswer = z.strictObject({
  merge: mergeFacts,
  points: z
    .strictObject({
      moved: z.int().describe("Points that came along, to spend."),
      pending: z.int().describe("Held points that came along."),
      debt: z.int().describe("Points that the merged member owed."),
      balance: z.int().describe("The survivor's balance afterwards."),
    })
    .describe("What it did to the points."),
});

export const unmergeAnswer = z.strictObject({
  merge: mergeFacts,
  points: z
    .strictObject({
      back: z.int().describe("Points, held ones too, that went back."),
      gone: z
        .int()
        .describe(
          "Points that had come along and were spent, have expired or were taken back since. They stay so.",
        ),
      debtPaid: z.int().describe("Of what the other owed, what the survivor has paid since. It stays paid."),
      survivor: z.int().describe("The survivor's balance afterwards."),
      merged: z.int().describe("The other member's balance afterwards."),
    })
    .describe("What it did to the points."),
  kept: z
    .array(z.enum(["name", "email", "phone", "externalId", "birthday", "locale", "accountId"]))
    .describe("What had been the other's and stays with the survivor, who was given it by hand meanwhile."),
});
