import { otherVerbs } from "@/lib/access/other-verbs";
import { openApiDocument } from "@/lib/integrations/endpoints/openapi-document";

export const GET = () =>
  Response.json(openApiDocument(), {
    headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" },
  });
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherVerbs("GET");
