import { getTranslations } from "next-intl/server";
import type { NavItem } from "@/components/layout/nav-item";
import type { Role } from "@/lib/access/actor";
import { type Permission, permissions } from "@/lib/access/permissions";

type Area = "till" | "members" | "events" | "program" | "insights" | "settings";

/** Each area with what somebody must be allowed to do to have anything to do there, and its first page; the first that fits. */
const areas: { area: Area; needs: Permission; first: string }[] = [
  { area: "till", needs: "purchases.record", first: "till" },
  { area: "members", needs: "members.read", first: "members" },
  { area: "events", needs: "events.read", first: "events" },
  { area: "program", needs: "program.edit", first: "program/rules" },
  { area: "insights", needs: "overview.read", first: "insights" },
  { area: "settings", needs: "settings.manage", first: "settings/shop" },
  { area: "settings", needs: "products.edit", first: "settings/products" },
];

export const mayRole = (role: Role, permission: Permission): boolean =>
  (permissions[permission].roles as readonly Role[]).includes(role);

/** The areas that a role has business in. */
export async function areasOf(slug: string, role: Role): Promise<NavItem[]> {
  const t = await getTranslations("desk.areas");
  const open = areas.filter(({ needs }) => mayRole(role, needs));
  return open
    .filter(({ area }, index) => open.findIndex((one) => one.area === area) === index)
    .map(({ area, first }) => ({ href: `/m/${slug}/${first}`, under: `/m/${slug}/${area}`, label: t(area) }));
}

/** Where somebody begins: a cashier at the till, whoever runs the shop with its figures. */
export const homeOf = (slug: string, role: Role): string =>
  mayRole(role, "overview.read") ? `/m/${slug}/insights` : `/m/${slug}/till`;
