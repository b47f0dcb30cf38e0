import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { deleteMember, patchMember, readMember } from "@/lib/members/endpoints";

export const GET = toRoute(readMember);
export const PATCH = toRoute(patchMember);
export const DELETE = toRoute(deleteMember);
export const { POST, PUT, OPTIONS } = otherVerbs("GET", "PATCH", "DELETE");
