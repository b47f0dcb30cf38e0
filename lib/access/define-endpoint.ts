import type { z } from "zod";
import type { ProblemCode } from "@/lib/kernel/problems";
import type { Command } from "./define-command";
import type { Query } from "./define-query";

export type Verb = "GET" | "POST" | "PATCH" | "DELETE";

/** A request that succeeds and its answer: shown in the documentation, and checked against the schemas by a test. */
export interface EndpointExample {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  answer: unknown;
}

/** One verb of the REST API: what serves it, and what the documentation says of it. */
export interface Endpoint {
  verb: Verb;
  /** Below /api/v1, with `{name}` for path parameters, which become fields of the input. */
  path: `/${string}`;
  /** A path parameter that the command knows by another name: `{ id: "purchase" }`. */
  params?: Readonly<Record<string, string>>;
  summary: string;
  description?: string;
  handler: Command | Query;
  /** What to document as the body where the command reads it piece by piece. */
  documentedInput?: z.ZodType;
  /** Answer of a success: 201 where something was made. */
  status: 200 | 201;
  response: z.ZodType;
  /** Query-string fields that are numbers: everything in a URL is text. */
  numeric?: readonly string[];
  /** Bytes of body accepted; 256 kB unless told. */
  bodyLimit?: number;
  /** Refusals of its own, beside those that every endpoint may give. */
  problems?: readonly ProblemCode[];
  example: EndpointExample;
}

type Described = Omit<Endpoint, "handler" | "response">;

/** The compiler holds the documented answer to what the handler returns. */
export const defineEndpoint = <S extends z.ZodType, A extends z.ZodType, R extends z.input<A>>(
  endpoint: Described & { handler: Command<S, R> | Query<S, R>; response: A },
): Endpoint => ({ ...endpoint, handler: endpoint.handler as Command | Query });

/** What a query or path parameter, or a body field, is called in the command's input. */
export const inputName = (endpoint: Endpoint, parameter: string): string =>
  endpoint.params?.[parameter] ?? parameter;

/** Names in braces. */
export const pathParameters = (endpoint: Pick<Endpoint, "path">): string[] =>
  [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
