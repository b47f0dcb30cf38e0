"use client";

import { useTranslations } from "next-intl";
import { useTyped } from "@/components/merchant/use-typed";
import { Checkbox } from "@/components/ui/checkbox";
import type { Program } from "@/lib/program/schemas";
import { NamedListForm, type NumberedName } from "./named-list-form";
import { useSaveDraft } from "./use-save-draft";

interface Type {
  key?: string;
  name: string;
  excluded?: boolean;
}

/** What the shop sells, by type, and which of it never earns. */
export function ProductTypesForm({ content, revision }: { content: Program; revision: number }) {
  const t = useTranslations("rules.productTypes");
  const form = useTyped<NumberedName<Type>[]>("product types", () =>
    content.productTypes.map((type, no) => ({ ...type, no })),
  );
  const draft = useSaveDraft({ revision, form });
  return (
    <NamedListForm<Type>
      form={form}
      make={() => ({ name: "" })}
      words={{ name: (number) => t("name", { number }), add: t("add") }}
      extra={(type, change) => (
        <Checkbox
          label={t("excluded")}
          checked={type.excluded ?? false}
          onChange={(event) => change({ excluded: event.currentTarget.checked })}
        />
      )}
      pending={draft.isPending}
      error={draft.error}
      errorOf={(index) =>
        draft.fields[`productTypes.${index}.name`] ?? draft.fields[`productTypes.${index}.key`]
      }
      onSave={(types) =>
        draft.save({
          ...content,
          productTypes: types.map(({ key, name, excluded }) => ({
            key,
            name,
            ...(excluded ? { excluded } : {}),
          })),
        })
      }
    />
  );
}
