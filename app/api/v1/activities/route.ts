import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { postActivity } from "@/lib/activities/endpoints";

export const POST = toRoute(postActivity);
export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("POST");
