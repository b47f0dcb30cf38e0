import type { ReactNode } from "react";
import { Words } from "@/app/words";

export default function ImportLayout({ children }: { children: ReactNode }) {
  return <Words of={["desk", "members", "imports"]}>{children}</Words>;
}
