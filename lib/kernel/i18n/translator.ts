import type { Messages, NamespaceKeys, NestedKeyOf, useTranslations } from "next-intl";

/** A translator of one namespace, as a parameter: `(t: Translator<"history">) => t("title")`. */
export type Translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof useTranslations<Namespace>
>;
