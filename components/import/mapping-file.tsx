"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { DataOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { FormErrors } from "@/components/ui/form-errors";
import { readMappingFileAction } from "@/lib/integrations/import/actions";

type Read = DataOf<typeof readMappingFileAction>;

/** The same mapping as a file to keep: for the next import, and for the command line. */
export function MappingFile({ id, onRead }: { id: string; onRead: (read: Read) => void }) {
  const t = useTranslations("imports.mapping");
  const { slug } = useShop();
  const inputId = useId();
  const read = useAct(readMappingFileAction, { onDone: onRead });
  const take = async (file: File | undefined) => {
    if (file) read.run({ text: (await file.slice(0, 250_000).text()) || " " });
  };
  return (
    <div className="mt-3 grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-ink-2">
        <span>{t("body")}</span>
        <ButtonLink size="s" icon={Download} href={`/m/${slug}/members/import/${id}/mapping.yaml`} download>
          {t("keep")}
        </ButtonLink>
        <span>
          <input
            id={inputId}
            type="file"
            accept=".yaml,.yml,text/yaml"
            className="peer sr-only"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
          <label
            htmlFor={inputId}
            className={`${buttonClass("plain", "s")} cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent`}
          >
            {t("use")}
          </label>
        </span>
      </div>
      <FormErrors title={read.error} />
    </div>
  );
}
