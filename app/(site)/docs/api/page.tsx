import type { Metadata } from "next";
import { SiteShell } from "@/components/layout/site-shell";
import { everyEndpoint } from "@/lib/integrations/endpoints/every-endpoint";
import { everyProblem, openApiDocument } from "@/lib/integrations/endpoints/openapi-document";
import type { Method } from "@/lib/integrations/endpoints/openapi-types";
import { problemExample } from "@/lib/integrations/endpoints/problem-examples";
import { env } from "@/lib/kernel/env";
import { Contents } from "./contents";
import { EndpointSection } from "./endpoint-section";
import { ProblemList } from "./problem-list";
import { CodeBlock, Prose } from "./prose";

export const metadata: Metadata = {
  title: "API",
  description: "The REST API of Regulars: every endpoint with its fields, an example and what it may refuse.",
};

const contents = [
  {
    name: "Basics",
    links: [
      { href: "#basics", label: "Keys, amounts, pages" },
      { href: "#refusals", label: "Refusals" },
    ],
  },
  ...everyEndpoint.map((group) => ({
    name: group.name,
    links: Object.entries(group.endpoints).map(([id, endpoint]) => ({
      href: `#${id}`,
      label: endpoint.summary,
    })),
  })),
];

/** In English, like the document that it shows: made of the schemas that validate. */
export default function ApiDocumentation() {
  const { info, paths, tags, components } = openApiDocument();
  const address = env().NEXTAUTH_URL;
  return (
    <SiteShell>
      <div lang="en" className="md:grid md:grid-cols-[184px_minmax(0,1fr)] md:gap-x-12">
        <Contents groups={contents} />
        <div className="min-w-0">
          <h1 className="text-answer">{info.title}</h1>
          <Basics description={info.description} address={address} />
          {everyEndpoint.map((group) => (
            <section key={group.name} aria-labelledby={`tag-${group.name}`} className="mt-12">
              <h2 id={`tag-${group.name}`} className="border-t border-ink pt-4 text-section">
                {group.name}
              </h2>
              <p className="mt-1 mb-6 text-ink-2">
                {tags.find(({ name }) => name === group.name)?.description}
              </p>
              {Object.entries(group.endpoints).map(([id, endpoint]) => {
                const operation = paths[endpoint.path]?.[endpoint.verb.toLowerCase() as Method];
                return operation ? (
                  <EndpointSection
                    key={id}
                    endpoint={endpoint}
                    operation={operation}
                    schemas={components.schemas}
                    address={address}
                  />
                ) : null;
              })}
            </section>
          ))}
          <section id="refusals" className="mt-12 scroll-mt-4">
            <h2 className="border-t border-ink pt-4 text-section">Refusals</h2>
            <p className="mt-1 mb-4 max-w-[42rem] text-ink-2">
              A program goes by the code. The words are for people, and may change.
            </p>
            <CodeBlock label="A refusal">{JSON.stringify(problemExample("invalid"), null, 2)}</CodeBlock>
            <div className="mt-4">
              <ProblemList problems={everyProblem().map(problemExample)} />
            </div>
          </section>
        </div>
      </div>
    </SiteShell>
  );
}

function Basics({ description, address }: { description: string; address: string }) {
  const request = `export REGULARS_KEY=rk_...\ncurl ${address}/api/v1/program -H "Authorization: Bearer $REGULARS_KEY"`;
  const [first = "", ...rest] = description.split("\n\n");
  return (
    <section id="basics" className="max-w-[42rem] scroll-mt-4">
      <p className="mt-3 mb-6 text-reading text-ink-2">
        <Prose text={first} />
      </p>
      <CodeBlock label="A first request">{request}</CodeBlock>
      <p className="mt-3">
        The owner of a shop makes keys under Settings and says what each may do; a key is shown once. Of its
        requests in a minute, each answer says in <Prose text="`RateLimit-Remaining`" /> how many are left;
        the one beyond is answered 429, with the seconds to wait in <Prose text="`Retry-After`" />.
      </p>
      {rest.map((paragraph) => (
        <p key={paragraph} className="mt-3">
          <Prose text={paragraph} />
        </p>
      ))}
      <p className="mt-3">
        The same in a form for programs:{" "}
        <a href="/api/v1/openapi.json" className="link">
          openapi.json
        </a>{" "}
        (OpenAPI 3.1).
      </p>
    </section>
  );
}
