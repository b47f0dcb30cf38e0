import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { postPurchaseBatch } from "@/lib/earning/endpoints";

export const POST = toRoute(postPurchaseBatch);
export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("POST");
