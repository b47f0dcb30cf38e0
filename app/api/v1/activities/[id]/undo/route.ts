import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { postActivityUndo } from "@/lib/activities/endpoints";

export const POST = toRoute(postActivityUndo);
export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("POST");
