import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { readPurchase } from "@/lib/earning/endpoints";

export const GET = toRoute(readPurchase);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
