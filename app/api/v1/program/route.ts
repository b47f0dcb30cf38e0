import { otherVerbs } from "@/lib/access/other-verbs";
import { toRoute } from "@/lib/access/to-route";
import { readProgram } from "@/lib/program/endpoints";

export const GET = toRoute(readProgram);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
