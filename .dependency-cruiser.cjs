// The walls of the house: docs/ARCHITECTURE.md says what lives in which room, this file who may lean on whom.
// What is a pattern over text rather than an import (the environment, SQL that writes the ledger) is in cli/checks/rules.ts.

/** Each capability is a room of its own; the import of files is one inside lib/integrations. */
const room = "^lib/(?:integrations/import|[^/]+)";
const domain = `${room}/domain/`;
const commands = `${room}/commands/`;
const queries = `${room}/queries/`;
const schemas = `${room}/schemas[.]ts$`;
const actions = `${room}/actions[.]ts$`;
const endpoints = "^lib/[^/]+/endpoints([.]ts$|/)";
const jobs = "^lib/[^/]+/jobs/";
const kernel = "^lib/kernel/";
const access = "^lib/access/";
const messages = "^messages/";
/** Files at the root of a room (lib/program/publish.ts) are what its commands and queries are made of. */
const roomRoot =
  "^lib/(?!kernel/|access/)(?:integrations/import|[^/]+)/(?!schemas[.]|actions[.]|endpoints[.])[^/]+[.]ts$";
const accessRoot = "^lib/access/(?!schemas[.]|actions[.])[^/]+[.]ts$";

const tests = "[.]test[.]tsx?$";
/** What tests are made of: an arbitrary-* makes random data, an example-* one that tests agree on. */
const testing = `${tests}|^db/testing/|^e2e/|/(arbitrary|example)-[^/]+[.]ts$`;
const ours = "^(app|bench|cli|components|db|e2e|lib|messages)/";

const imports = [];
const values = [];

/** `from` may import, of our own files, only what matches one of `to` and, as types only, one of `types`. */
function only(name, comment, from, { to, types = [] }) {
  const rule = (allowed) => ({
    name,
    comment,
    severity: "error",
    from: { path: from, pathNot: testing },
    to: { path: ours, pathNot: allowed },
  });
  imports.push(rule([...to, ...types]));
  if (types.length > 0) values.push(rule(to));
}

const forbid = (rules, rule) => rules.push({ severity: "error", ...rule });

forbid(values, {
  name: "no-cycles",
  comment:
    "Two files that need each other are one file, or lack a third. Types alone may refer to each other.",
  from: {},
  to: { circular: true },
});
forbid(imports, {
  name: "resolvable",
  comment: "An import that leads nowhere.",
  from: {},
  to: { couldNotResolve: true },
});
only("kernel", "The kernel depends on nothing", kernel, { to: [kernel, messages] });
only("access", "Access stands on the kernel and the database", accessRoot, {
  to: [kernel, accessRoot, schemas, "^db/(client|connection|schema/.*)[.]ts$"],
});
// Schemas are as pure as decisions: no database, no framework, no clock.
only("domain", "Decisions are pure: kernel, schemas and other decisions", domain, {
  to: [domain, kernel, schemas],
});
only("schemas", "Schemas are shared by form, action and route", schemas, {
  to: [schemas, domain, kernel, "^lib/access/(actor|permissions)[.]ts$"],
});
only("queries", "Queries stand on domain, db and access", queries, {
  to: [queries, roomRoot, domain, schemas, kernel, access, "^db/(client|connection|fitness|schema/.*)[.]ts$"],
});
only("commands", "Commands stand on domain, db, access and points' posting", `${commands}|${roomRoot}`, {
  to: [
    commands,
    queries,
    roomRoot,
    domain,
    schemas,
    kernel,
    access,
    "^db/(client|connection|schema/.*)[.]ts$",
    messages,
  ],
});
only("actions", "An action is a command for a form", actions, {
  to: [commands, queries, roomRoot, schemas, kernel, access, "^db/connection[.]ts$"],
  types: [domain],
});
only("endpoints", "An endpoint is a command for a request", endpoints, {
  to: [endpoints, commands, queries, roomRoot, schemas, kernel, access],
  types: [domain],
});
only("jobs", "A job is a command for a timer", jobs, {
  to: [jobs, commands, queries, roomRoot, schemas, kernel, access, "^db/(client|connection)[.]ts$"],
});
only("db", "The database knows no capability", "^db/(?!testing/|seed/)", {
  to: ["^db/(?!testing/|seed/)", kernel],
});
only("components", "Components show plain data and call actions", "^components/", {
  to: ["^components/", actions, schemas, kernel, messages],
  types: [domain, "^lib/access/(actor|permissions)[.]ts$"],
});
only("app", "Routes call one query and render", "^app/", {
  to: ["^app/", "^components/", queries, actions, endpoints, schemas, kernel, access, messages],
  types: [domain],
});
forbid(imports, {
  name: "routes-are-leaves",
  comment: "Nothing imports a route, a command-line program or a bench.",
  from: { pathNot: "^(app|cli|bench|e2e)/" },
  to: { path: "^(app|cli|bench)/" },
});
forbid(imports, {
  name: "points-posting",
  comment: "Points move through lib/points only, and only on behalf of a command.",
  from: { pathNot: [commands, roomRoot, testing, "^(db/seed|bench)/"] },
  to: { path: "^lib/points/posting[.]ts$" },
});
forbid(imports, {
  name: "sessions",
  comment: "Only lib/access reads sessions.",
  from: { pathNot: [access, "^app/api/auth/"] },
  to: { path: "node_modules/next-auth/" },
});
forbid(imports, {
  name: "no-test-helpers",
  comment: "What is shipped never leans on what tests it.",
  from: {
    path: "^(app|components|lib|db|cli)/",
    pathNot: [testing, "^cli/(test|check|shots)[.]ts$", "^cli/checks/"],
  },
  to: { path: testing },
});
forbid(values, {
  name: "no-dev-dependencies",
  comment: "A package that production needs is a dependency.",
  from: {
    path: "^(app|components|lib|db|cli)/",
    pathNot: [testing, "^cli/(test|check|shots)[.]ts$", "^cli/(checks|lib/(browser|unpack-chromium)[.]ts)"],
  },
  to: { dependencyTypes: ["npm-dev"] },
});

module.exports = {
  imports: { forbidden: imports },
  values: { forbidden: values },
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^[.]next/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
