import type { Metadata } from "next";
import type { ReactNode } from "react";
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

export default function ProgramLayout({ children }: { children: ReactNode }) {
  return children;
}
