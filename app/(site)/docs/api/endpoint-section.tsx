import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { Endpoint } from "@/lib/access/define-endpoint";
import { curlExample } from "@/lib/integrations/endpoints/curl-example";
import { type FieldRow, fieldRows, typeWords } from "@/lib/integrations/endpoints/field-rows";
import type { OpenApiDocument, Operation } from "@/lib/integrations/endpoints/openapi-types";
import { FieldList } from "./field-list";
import { Code, CodeBlock, Prose } from "./prose";

type Schemas = OpenApiDocument["components"]["schemas"];

interface Props {
  endpoint: Endpoint;
  operation: Operation;
  schemas: Schemas;
  /** Where this installation is reached. */
  address: string;
}

export function EndpointSection({ endpoint, operation, schemas, address }: Props) {
  const { summary, description, operationId } = operation;
  const body = operation.requestBody?.content["application/json"]?.schema;
  const answer = operation.responses[endpoint.status]?.content["application/json"];
  return (
    <section
      id={operationId}
      aria-labelledby={`${operationId}-title`}
      className="scroll-mt-4 border-t border-line pt-6 pb-10"
    >
      <h3 id={`${operationId}-title`} className="text-title">
        {summary}
      </h3>
      <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Badge tone="accent">{endpoint.verb}</Badge>
        <code className="font-text font-strong wrap-anywhere">/api/v1{endpoint.path}</code>
        <span className="text-small text-ink-2">
          scope <Code>{operation["x-scope"]}</Code>
        </span>
      </p>
      <p className="mt-3 max-w-[42rem]">
        <Prose text={description} />
      </p>
      <Fields title="In the address" rows={parameterRows(operation, schemas)} />
      <Fields title="In the body" rows={body ? fieldRows(body, schemas) : []} />
      <h4 className="mt-6 mb-2 text-small font-strong">For example</h4>
      <CodeBlock label={`${summary}: a request`}>{curlExample(endpoint, address)}</CodeBlock>
      <p className="mt-4 mb-2 text-small text-ink-2">
        is answered with <b className="text-ink">{endpoint.status}</b> and
      </p>
      <CodeBlock label={`${summary}: its answer`}>
        {JSON.stringify(endpoint.example.answer, null, 2)}
      </CodeBlock>
      <Disclosure className="mt-3 border-b border-line" summary={<b>The fields of the answer</b>}>
        <FieldList rows={answer ? fieldRows(answer.schema, schemas) : []} />
      </Disclosure>
      <Refusals codes={endpoint.problems ?? []} />
    </section>
  );
}

function Fields({
  title,
  rows,
}: {
  title: string;
  rows: Pick<FieldRow, "path" | "depth" | "type" | "required" | "description">[];
}) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4 className="mt-6 border-b border-edge pb-1.5 text-small font-strong">{title}</h4>
      <FieldList rows={rows} />
    </>
  );
}

/** The Idempotency-Key is told once, for all. */
const parameterRows = (operation: Operation, schemas: Schemas) =>
  operation.parameters
    .filter((parameter) => parameter.in !== "header")
    .map(({ name, schema, required, description = "" }) => ({
      path: name,
      depth: 0,
      type: typeWords(schema, schemas),
      required,
      description,
    }));

function Refusals({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <p className="mt-3 text-small text-ink-2">
      May be refused with{" "}
      {codes.map((code, index) => (
        <span key={code}>
          {index === 0 ? "" : index === codes.length - 1 ? " or " : ", "}
          <a href={`#${code}`} className="link">
            {code}
          </a>
        </span>
      ))}
      , beside what every request may be.
    </p>
  );
}
