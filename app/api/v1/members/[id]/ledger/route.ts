import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { listEntries } from "@/lib/points/endpoints";

export const GET = toRoute(listEntries);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
