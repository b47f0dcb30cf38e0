import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { listProducts } from "@/lib/products/endpoints";

export const GET = toRoute(listProducts);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
