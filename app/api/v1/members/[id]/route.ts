import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { patchMember, readMember } from "@/lib/members/endpoints";

export const GET = toRoute(readMember);
export const PATCH = toRoute(patchMember);
export const { POST, PUT, DELETE, OPTIONS } = otherVerbs("GET", "PATCH");
