"use server";

import { toAction } from "@/lib/access/to-action";
import { discardDraft } from "./commands/discard-draft";
import { publishDraft } from "./commands/publish-draft";
import { saveDraft } from "./commands/save-draft";
import { describeRule } from "./queries/describe-rule";

export const saveDraftAction = toAction(saveDraft);
export const discardDraftAction = toAction(discardDraft);
export const publishDraftAction = toAction(publishDraft);
export const describeRuleAction = toAction(describeRule);
