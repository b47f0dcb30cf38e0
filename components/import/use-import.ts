"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { answered, type DataOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { type getImportAction as Get, getImportAction } from "@/lib/integrations/import/actions";
import { isLocale, type Locale } from "@/lib/kernel/i18n/locale";

export type ImportData = NonNullable<DataOf<typeof Get>>;

/** How often, in milliseconds, an import under way is asked after. */
const glance = 800;

/** An import as it is now; while the worker is at it, it is asked after again and again. */
export function useImport(first: ImportData) {
  const { slug } = useShop();
  const locale = useReaderLocale();
  const query = useQuery({
    queryKey: ["import", slug, first.id],
    queryFn: () => answered(getImportAction(slug, { id: first.id, locale })),
    initialData: first,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.task ? glance : false),
  });
  return { run: query.data ?? first, look: () => void query.refetch() };
}

export function useReaderLocale(): Locale {
  const locale = useLocale();
  return isLocale(locale) ? locale : "en";
}
