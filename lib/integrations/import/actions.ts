"use server";

import { toAction } from "@/lib/access/to-action";
import { askImport } from "./commands/ask-import";
import { chooseColumns } from "./commands/choose-columns";
import { discardImport } from "./commands/discard-import";
import { getImport } from "./queries/get-import";
import { previewImport } from "./queries/preview-import";
import { readMappingFile } from "./queries/read-mapping-file";

export const chooseColumnsAction = toAction(chooseColumns);
export const askImportAction = toAction(askImport);
export const discardImportAction = toAction(discardImport);
export const getImportAction = toAction(getImport);
export const previewImportAction = toAction(previewImport);
export const readMappingFileAction = toAction(readMappingFile);
