import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { postMerge } from "@/lib/members/endpoints";

export const POST = toRoute(postMerge);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("POST");
