import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { readVoucher } from "@/lib/rewards/endpoints";

export const GET = toRoute(readVoucher);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
