"use server";

import { toAction } from "@/lib/access/to-action";
import { beginExport } from "./commands/begin-export";
import { removeSegment } from "./commands/remove-segment";
import { saveSegment } from "./commands/save-segment";
import { tagMembers } from "./commands/tag-members";

export const saveSegmentAction = toAction(saveSegment);
export const removeSegmentAction = toAction(removeSegment);
export const tagMembersAction = toAction(tagMembers);
export const beginExportAction = toAction(beginExport);
