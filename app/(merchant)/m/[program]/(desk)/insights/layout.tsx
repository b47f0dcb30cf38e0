import type { ReactNode } from "react";
import { MerchantArea } from "@/components/layout/merchant-shell";

export default function InsightsLayout({ children }: { children: ReactNode }) {
  return <MerchantArea>{children}</MerchantArea>;
}
