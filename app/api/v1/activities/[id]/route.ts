import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { readActivity } from "@/lib/activities/endpoints";

export const GET = toRoute(readActivity);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
