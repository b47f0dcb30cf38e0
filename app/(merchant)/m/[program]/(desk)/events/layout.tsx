import type { ReactNode } from "react";
import { MerchantArea } from "@/components/layout/merchant-shell";
import { Words } from "../../words";

export default function EventsLayout({ children }: { children: ReactNode }) {
  return (
    <Words of={["camera", "desk", "events"]}>
      <MerchantArea>{children}</MerchantArea>
    </Words>
  );
}
