import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { postUnmerge } from "@/lib/members/endpoints";

export const POST = toRoute(postUnmerge);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("POST");
