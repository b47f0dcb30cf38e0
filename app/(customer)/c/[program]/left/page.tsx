import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ForgetCards } from "@/components/portal/forget-cards";
import { TextLink } from "@/components/ui/text-link";
import { publicShop } from "@/lib/access/session";
import { Frame } from "../frame";

interface Props {
  params: Promise<{ program: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ program }, t] = await Promise.all([params, getTranslations("portal.left")]);
  const shop = (await publicShop(program))?.name ?? "Regulars";
  return { title: { absolute: t("title", { shop }) }, robots: { index: false } };
}

/** After leaving: what is gone, and the way back in. */
export default async function LeftPage({ params }: Props) {
  const [{ program }, t] = await Promise.all([params, getTranslations("portal.left")]);
  const shop = await publicShop(program);
  if (!shop) notFound();
  return (
    <Frame shop={shop} title={t("title", { shop: shop.name })}>
      <ForgetCards />
      <p className="mt-2 text-ink-2">{t("body")}</p>
      <p className="mt-5">
        <TextLink href={`/c/${shop.slug}/join`}>{t("again")}</TextLink>
      </p>
    </Frame>
  );
}
