import type { Actor, Role, Scope } from "./actor";

interface Grant {
  roles: readonly Role[];
  /** The API key scope that grants it; null: no key may. */
  scope: Scope | null;
  /** Whether a signed-in customer may, for their own membership only. */
  member: boolean;
}

const everyone: readonly Role[] = ["owner", "manager", "cashier"];
const managers: readonly Role[] = ["owner", "manager"];
const owners: readonly Role[] = ["owner"];

const grant = (grantedRoles: readonly Role[], scope: Scope | null = null, member = false): Grant => ({
  roles: grantedRoles,
  scope,
  member,
});

/** Who may do what. What is not named here nobody may do. */
export const permissions = {
  "members.read": grant(everyone, "members:read"),
  "members.enrol": grant(everyone, "members:write"),
  "members.edit": grant(managers, "members:write"),
  "tiers.lock": grant(managers),
  "members.erase": grant(managers, "members:write"),
  "members.export": grant(managers),
  "members.merge": grant(managers, "members:write"),
  "members.note": grant(everyone, null),
  "segments.edit": grant(managers),
  "membership.own": grant([], null, true),
  "purchases.quote": grant(everyone, "purchases:write"),
  "purchases.record": grant(everyone, "purchases:write"),
  "purchases.refund": grant(everyone, "purchases:write"),
  "purchases.read": grant(everyone, "members:read"),
  "activities.record": grant(everyone, "activities:write"),
  "activities.undo": grant(everyone, "activities:write"),
  "activities.read": grant(everyone, "members:read"),
  "activities.approve": grant(managers),
  "events.read": grant(everyone),
  "events.book": grant(everyone),
  "events.checkIn": grant(everyone),
  "events.manage": grant(managers),
  "points.adjust": grant(managers, "points:write"),
  "points.approve": grant(managers),
  "points.spend": grant(everyone, "points:write"),
  "points.gift": grant(everyone, "points:write"),
  "points.run-due": grant(owners),
  "points.change-expiry": grant(managers),
  "products.read": grant(everyone, "program:read"),
  "products.edit": grant(managers),
  "rewards.read": grant(everyone, "rewards:read"),
  "rewards.redeem": grant(everyone, "rewards:write"),
  "rewards.grant": grant(everyone, "rewards:write"),
  "vouchers.use": grant(everyone, "rewards:write"),
  "program.read": grant(everyone, "program:read"),
  "program.simulate": grant(managers),
  "program.edit": grant(managers),
  "program.publish": grant(owners),
  "overview.read": grant(managers),
  "import.run": grant(managers),
  "team.manage": grant(owners),
  "keys.manage": grant(owners),
  "settings.manage": grant(owners),
  "outbox.read": grant(owners),
  "audit.read": grant(owners),
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof permissions;

/** The scope that an API key needs for it; null: no key may. */
export const scopeOf = (permission: Permission): Scope | null => permissions[permission].scope;

export function mayActor(actor: Actor, permission: Permission): boolean {
  const granted: Grant = permissions[permission];
  switch (actor.kind) {
    case "staff":
      return granted.roles.includes(actor.role);
    case "key":
      return granted.scope !== null && actor.scopes.includes(granted.scope);
    case "member":
      return granted.member;
    case "system":
      return true;
  }
}
