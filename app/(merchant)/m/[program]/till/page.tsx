import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Words } from "@/app/words";
import { TillShell } from "@/components/layout/till-shell";
import { LiveData } from "@/components/merchant/live-data";
import { ShopProvider } from "@/components/merchant/shop-context";
import { KeptTill } from "@/components/till/offline/kept-till";
import { MendProvider } from "@/components/till/queue/mend-context";
import { QueueProvider } from "@/components/till/queue/queue-context";
import { QueueStatus } from "@/components/till/queue/queue-status";
import { Till } from "@/components/till/till";
import { ToastProvider } from "@/components/ui/toast";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { recordableTypes } from "@/lib/activities/queries/recordable-types";
import { recentPurchases } from "@/lib/earning/queries/recent-purchases";
import { systemNow } from "@/lib/kernel/clock";
import { shownAhead } from "@/lib/kernel/shown-ahead";
import { getPriceList } from "@/lib/products/queries/get-price-list";
import { mostSold } from "@/lib/products/queries/most-sold";
import { getProgram } from "@/lib/program/queries/get-program";
import { areasOf, homeOf, mayRole } from "../areas";
import { leave } from "../leave";
import { orNull } from "../or-null";
import { shopFacts } from "../shop-facts";
import { soldTypes } from "../sold-types";
import { TillClosed } from "./till-closed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("till"))("title") };
}

export default async function TillPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor, shop, name, email } = await staffPage(program, "/till");
  const [rules, recent, list, sold, activities, t, desk, areas] = await Promise.all([
    orNull(ask(actor, getProgram, {})),
    ask(actor, recentPurchases, { limit: 5 }),
    ask(actor, getPriceList, {}),
    ask(actor, mostSold, {}),
    ask(actor, recordableTypes, {}),
    getTranslations("till"),
    getTranslations("desk"),
    areasOf(program, actor.role),
  ]);
  const content = rules?.content;
  return (
    <ShopProvider shop={shopFacts(shop, actor)}>
      <LiveData remembers>
        <ToastProvider aside>
          <Words of={["camera", "desk", "till", "ui"]}>
            <QueueProvider>
              <MendProvider>
                <TillShell
                  program={{ name: shop.name, colour: shop.colour, href: homeOf(program, actor.role) }}
                  place={t("title")}
                  status={<QueueStatus />}
                  user={{ name: name ?? email, signOut: leave }}
                  menu={areas}
                >
                  <h1 className="sr-only">{t("title")}</h1>
                  <KeptTill drawnAt={systemNow().toISOString()} />
                  {content ? (
                    <Till
                      products={list.products}
                      mostSold={sold}
                      undoMinutes={actor.role === "cashier" ? shop.undoMinutes : null}
                      editHref={
                        mayRole(actor.role, "products.edit") ? `/m/${program}/settings/products` : null
                      }
                      productTypes={soldTypes(content, desk("everything"))}
                      tiers={content.tiers}
                      expiringWithin={shownAhead(content.warnings)}
                      takesPoints={content.payment.enabled}
                      activities={activities}
                      recent={recent}
                    />
                  ) : (
                    <TillClosed program={program} role={actor.role} />
                  )}
                </TillShell>
              </MendProvider>
            </QueueProvider>
          </Words>
        </ToastProvider>
      </LiveData>
    </ShopProvider>
  );
}
