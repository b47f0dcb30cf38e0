import type { ReactNode } from "react";
import { MerchantShell } from "@/components/layout/merchant-shell";
import { LiveData } from "@/components/merchant/live-data";
import { ShopProvider } from "@/components/merchant/shop-context";
import { ToastProvider } from "@/components/ui/toast";
import { staffPage } from "@/lib/access/session";
import { areasOf, homeOf } from "../areas";
import { leave } from "../leave";
import { shopFacts } from "../shop-facts";

export default async function DeskLayout({
  params,
  children,
}: {
  params: Promise<{ program: string }>;
  children: ReactNode;
}) {
  const { program } = await params;
  const { actor, shop, name, email } = await staffPage(program);
  return (
    <ShopProvider shop={shopFacts(shop, actor)}>
      <LiveData>
        <ToastProvider>
          <MerchantShell
            program={{ name: shop.name, colour: shop.colour, href: homeOf(program, actor.role) }}
            nav={await areasOf(program, actor.role)}
            find={{ href: `/m/${program}/members` }}
            user={{ name: name ?? email, signOut: leave }}
          >
            {children}
          </MerchantShell>
        </ToastProvider>
      </LiveData>
    </ShopProvider>
  );
}
