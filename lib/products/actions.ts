"use server";

import { toAction } from "@/lib/access/to-action";
import { savePriceList } from "./commands/save-price-list";

export const savePriceListAction = toAction(savePriceList);
