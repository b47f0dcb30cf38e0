import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { readMemberTier } from "@/lib/tiers/endpoints";

export const GET = toRoute(readMemberTier);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
