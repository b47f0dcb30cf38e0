import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { listMembers, postMember } from "@/lib/members/endpoints";

export const GET = toRoute(listMembers);
export const POST = toRoute(postMember);
export const { PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET", "POST");
