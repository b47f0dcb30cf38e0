export * from "./account";
export * from "./ledger";
export * from "./member";
export * from "./merchant";
export * from "./program";
export * from "./purchase";
export * from "./system";
