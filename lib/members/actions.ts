"use server";

import { toAction } from "@/lib/access/to-action";
import { editMember } from "./commands/edit-member";
import { enrolMember } from "./commands/enrol-member";
import { eraseMember } from "./commands/erase-member";
import { findMembers } from "./queries/find-members";
import { getMember } from "./queries/get-member";

export const findMembersAction = toAction(findMembers);
export const getMemberAction = toAction(getMember);
export const enrolMemberAction = toAction(enrolMember);
export const editMemberAction = toAction(editMember);
export const eraseMemberAction = toAction(eraseMember);
