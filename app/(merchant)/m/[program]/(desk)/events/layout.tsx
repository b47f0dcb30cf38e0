import type { ReactNode } from "react";
import { Words } from "@/app/words";
import { MerchantArea } from "@/components/layout/merchant-shell";

export default function EventsLayout({ children }: { children: ReactNode }) {
  return (
    <Words of={["camera", "desk", "events"]}>
      <MerchantArea>{children}</MerchantArea>
    </Words>
  );
}
