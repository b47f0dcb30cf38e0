import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";

/**
 * How a card comes onto the home screen, for whoever does not have it there. `once`: the page's script shows it on the first
 * visit of a device and never again.
 */
export function InstallHint({ once = false }: { once?: boolean }) {
  const t = useTranslations("portal.install");
  return (
    <div
      data-install={once ? "once" : undefined}
      hidden={once}
      className="[@media(display-mode:standalone)]:hidden"
    >
      <Disclosure summary={<span className="link">{t("title")}</span>} chevron={false}>
        <p>{t("iphone")}</p>
        <p className="mt-1">{t("android")}</p>
      </Disclosure>
    </div>
  );
}
