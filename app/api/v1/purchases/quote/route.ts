import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { postQuote } from "@/lib/earning/endpoints";

export const POST = toRoute(postQuote);
export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("POST");
