import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { postPurchase } from "@/lib/earning/endpoints";

export const POST = toRoute(postPurchase);
export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("POST");
