import { ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { Viewfinder } from "@/components/camera/viewfinder";
import { Button } from "@/components/ui/button";

/**
 * Fills a field with the number of a card that is held to the camera, and goes on to the `next`. There where the page's own
 * script is, and a camera may be asked for: scan-script.ts.
 */
export function ScanCard({ field, next }: { field: string; next: string }) {
  const [t, camera] = [useTranslations("portal.gifts"), useTranslations("camera")];
  return (
    <div data-scan={field} data-next={next} hidden>
      <Button data-open="" className="w-full" size="l" icon={ScanLine}>
        {t("scan")}
      </Button>
      <div data-view="" hidden className="grid gap-2.5">
        <Viewfinder label={camera("picture")} />
        <Button data-close="" size="l">
          {camera("close")}
        </Button>
      </div>
      <p role="status" className="mt-2.5 text-ink-2 empty:hidden" />
    </div>
  );
}
