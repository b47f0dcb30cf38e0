import type { Metadata } from "next";
import type { ReactNode } from "react";
import NotFound from "@/app/not-found";
import { publicShop } from "@/lib/access/session";

interface Props {
  params: Promise<{ program: string }>;
}

/** What makes a program's pages an app of their own on a phone: its name, its manifest, its icon. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program } = await params;
  const shop = await publicShop(program);
  if (!shop) return {};
  const home = `/c/${shop.slug}`;
  return {
    title: { absolute: shop.name },
    manifest: `${home}/manifest.webmanifest`,
    icons: { icon: `${home}/icon/192`, apple: `${home}/icon/180` },
    appleWebApp: { capable: true, title: shop.name },
  };
}

/**
 * A shop that there is not is answered here, not by notFound(): that draws nothing without the framework's script, which a
 * customer's page goes without. The server that sends the page reads its status from it.
 */
export default async function ProgramLayout({ children, params }: Props & { children: ReactNode }) {
  const { program } = await params;
  if (await publicShop(program)) return children;
  return (
    <>
      <meta name="status" content="404" />
      <NotFound />
    </>
  );
}
