import { OperatorError } from "@/lib/kernel/operator-error";
import { anchorTable, type TableFacts } from "./tables";

/** What a Citus coordinator says it has. */
export interface ClusterState {
  /** Tables in the database. */
  present: Set<string>;
  reference: Set<string>;
  /** Distributed tables and the column each is distributed by. */
  distributed: Map<string, string>;
  functions: FunctionFacts[];
}

export interface FunctionFacts {
  signature: string;
  /** Takes the merchant first, and looks at that merchant's rows. The others look at nothing but their arguments. */
  ofMerchant: boolean;
  placed: "by merchant" | "everywhere" | undefined;
}

export interface Step {
  /** For people. */
  title: string;
  statement: string;
}

/** The statements that are still missing, in an order in which each finds what it needs. Empty when nothing is. */
export function planDistribution(tables: TableFacts[], state: ClusterState): Step[] {
  refuseUnfit(tables, state);
  const forTables = tables
    .filter((table) => !state.reference.has(table.name) && !state.distributed.has(table.name))
    .map(placeTable);
  const forFunctions = state.functions
    .filter((fn) => fn.placed !== (fn.ofMerchant ? "by merchant" : "everywhere"))
    .map(placeFunction);
  return [...forTables, ...forFunctions];
}

function placeFunction({ signature, ofMerchant }: FunctionFacts): Step {
  if (!ofMerchant) {
    // Citus takes no argument for the distribution that has not the type of the tables' column.
    return {
      title: `${signature}: a copy on every node`,
      statement: `select create_distributed_function('${signature}')`,
    };
  }
  return {
    title: `${signature}: runs where the merchant's rows are`,
    // Without force_delegation a call inside BEGIN ... COMMIT runs on the coordinator, one round trip per statement.
    statement: `select create_distributed_function('${signature}', 'p_merchant', colocate_with := '${anchorTable}', force_delegation := true)`,
  };
}

function placeTable({ name, kind }: TableFacts): Step {
  if (kind === "global") {
    return { title: `${name}: a copy on every node`, statement: `select create_reference_table('${name}')` };
  }
  const colocation = name === anchorTable ? "none" : anchorTable;
  return {
    title: `${name}: by merchant`,
    statement: `select create_distributed_table('${name}', 'merchant_id', colocate_with := '${colocation}')`,
  };
}

function refuseUnfit(tables: TableFacts[], state: ClusterState): void {
  const missing = tables.filter((table) => !state.present.has(table.name)).map((table) => table.name);
  if (missing.length > 0) {
    throw new OperatorError(`The database lacks ${missing.join(", ")}: its migrations have not run`);
  }
  for (const { name, kind } of tables) {
    const column = state.distributed.get(name);
    if (column !== undefined && (kind === "global" || column !== "merchant_id")) {
      throw new OperatorError(
        `${name} is distributed by ${column} already, which is not how Regulars places it: undistribute_table('${name}') puts that right`,
      );
    }
    if (kind === "merchant" && state.reference.has(name)) {
      throw new OperatorError(
        `${name} is a reference table already, which is not how Regulars places it: undistribute_table('${name}') puts that right`,
      );
    }
  }
}
