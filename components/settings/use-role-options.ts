"use client";

import { useTranslations } from "next-intl";
import type { Role } from "@/lib/access/actor";

/** The roles, each with what it may do in its name. */
export function useRoleOptions(): { value: Role; label: string }[] {
  const t = useTranslations("settings.role");
  return (["owner", "manager", "cashier"] as const).map((value) => ({ value, label: t(value) }));
}
