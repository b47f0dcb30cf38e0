import type { Database } from "@/db/client";
import { enrol } from "@/lib/members/enrol";
import type { Enrolment } from "@/lib/members/schemas";
import type { TestMerchant } from "./test-merchant";

interface TestMemberOptions extends Enrolment {
  /** Default: the beginning of 2026. */
  enrolledAt?: Date;
}

/** A member of the shop, enrolled as staff would. */
export function testMember(
  database: Database,
  { actor }: Pick<TestMerchant, "actor">,
  { enrolledAt = new Date("2026-01-01T09:00:00Z"), ...enrolment }: TestMemberOptions = {},
): Promise<{ id: string; card: string }> {
  return database.transaction((tx) =>
    enrol({ tx, actor, now: enrolledAt }, enrolment, { via: "staff", enrolledAt }),
  );
}
