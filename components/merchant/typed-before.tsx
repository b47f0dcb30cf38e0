import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/form-errors";
import type { TypedForm } from "./use-typed";

/** Says that what stands in a form was typed before the page was left, and offers the form as it was. */
export function TypedBefore({
  form: { back, startOver },
}: {
  form: Pick<TypedForm<unknown>, "back" | "startOver">;
}) {
  const t = useTranslations("desk.typed");
  const press = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const form = currentTarget.closest("form");
    startOver();
    // This button goes: the keyboard goes on at the form's beginning.
    form?.querySelector<HTMLElement>(":is(input, select, textarea):not([type=hidden], :disabled)")?.focus();
  };
  const words = {
    typed: t("isBack"),
    merged: `${t("isBack")} ${t("merged")}`,
    replaced: t("replaced"),
  };
  return (
    // There before it says anything, so that it is read out; without a box, so that an empty one takes no room.
    <div role="status" className="contents">
      {back ? (
        <Notice
          actions={
            back === "replaced" ? undefined : (
              <Button size="s" onClick={press}>
                {t("startOver")}
              </Button>
            )
          }
        >
          {words[back]}
        </Notice>
      ) : null}
    </div>
  );
}
