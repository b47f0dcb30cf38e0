import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/form-errors";
import type { TypedForm } from "./use-typed";

/** Says that what stands in a form was typed before the page was left, and offers the form as it was. */
export function TypedBefore({
  form: { isBack, startOver },
}: {
  form: Pick<TypedForm<unknown>, "isBack" | "startOver">;
}) {
  const t = useTranslations("desk.typed");
  return (
    // There before it says anything, so that it is read out; without a box, so that an empty one takes no room.
    <div role="status" className="contents">
      {isBack ? (
        <Notice
          actions={
            <Button size="s" onClick={startOver}>
              {t("startOver")}
            </Button>
          }
        >
          {t("isBack")}
        </Notice>
      ) : null}
    </div>
  );
}
