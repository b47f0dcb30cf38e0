export const roles = ["owner", "manager", "cashier"] as const;
export type Role = (typeof roles)[number];

export const scopes = [
  "members:read",
  "members:write",
  "purchases:write",
  "activities:write",
  "points:write",
  "rewards:read",
  "rewards:write",
  "program:read",
] as const;
export type Scope = (typeof scopes)[number];

export type Transport = "web" | "api" | "cli" | "job";

interface ActorBase {
  /** The tenant. Input never carries it. */
  merchantId: number;
  transport: Transport;
  address?: string;
}

export interface StaffActor extends ActorBase {
  kind: "staff";
  accountId: string;
  role: Role;
}
export interface MemberActor extends ActorBase {
  kind: "member";
  memberId: string;
}
export interface KeyActor extends ActorBase {
  kind: "key";
  keyId: string;
  scopes: readonly Scope[];
}
/** The command line and the worker: whoever can start them holds the database already. */
export interface SystemActor extends ActorBase {
  kind: "system";
  name: string;
}

export type Actor = StaffActor | MemberActor | KeyActor | SystemActor;

/** How the ledger and the audit log name an actor. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return `staff:${actor.accountId}`;
    case "member":
      return `member:${actor.memberId}`;
    case "key":
      return `key:${actor.keyId}`;
    case "system":
      return `system:${actor.name}`;
  }
}
