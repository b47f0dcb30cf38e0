import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { getRewards } from "@/lib/rewards/endpoints";

export const GET = toRoute(getRewards);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
