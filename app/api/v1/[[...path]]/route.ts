import { noSuchPath } from "@/lib/access/other-verbs";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = noSuchPath();
