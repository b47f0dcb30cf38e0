import type { z } from "zod";
import type { Command } from "./define-command";
import type { Query } from "./define-query";

export type Verb = "GET" | "POST" | "PATCH" | "DELETE";

/** One verb of the REST API: what serves it, and what the documentation says of it. */
export interface Endpoint {
  verb: Verb;
  /** Below /api/v1, with `{name}` for path parameters, which become fields of the input. */
  path: `/${string}`;
  summary: string;
  description?: string;
  handler: Command | Query;
  /** Answer of a success: 201 where something was made. */
  status: 200 | 201;
  response: z.ZodType;
  /** Query-string fields that are numbers: everything in a URL is text. */
  numeric?: readonly string[];
  /** Bytes of body accepted; 256 kB unless told. */
  bodyLimit?: number;
}

export const defineEndpoint = <S extends z.ZodType, R>(
  endpoint: Omit<Endpoint, "handler"> & { handler: Command<S, R> | Query<S, R> },
): Endpoint => ({ ...endpoint, handler: endpoint.handler as Command | Query });
