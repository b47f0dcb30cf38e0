"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/access/session-cookie";
import { toAction, toFormAction } from "@/lib/access/to-action";
import type { FormState } from "@/lib/kernel/action-result";
import { keepLocale } from "@/lib/kernel/i18n/actions";
import { beginDataExport } from "./commands/begin-data-export";
import { editMember } from "./commands/edit-member";
import { editNote } from "./commands/edit-note";
import { editOwnProfile } from "./commands/edit-own-profile";
import { enrolMember } from "./commands/enrol-member";
import { eraseMember } from "./commands/erase-member";
import { leaveProgram } from "./commands/leave-program";
import { mergeMembers } from "./commands/merge-members";
import { removeNote } from "./commands/remove-note";
import { setOwnConsent } from "./commands/set-own-consent";
import { tellApart } from "./commands/tell-apart";
import { unmergeMembers } from "./commands/unmerge-members";
import { writeNote } from "./commands/write-note";
import { findMembers } from "./queries/find-members";
import { getMember } from "./queries/get-member";
import { latestNotes } from "./queries/latest-notes";

export const findMembersAction = toAction(findMembers);
export const getMemberAction = toAction(getMember);
export const latestNotesAction = toAction(latestNotes);
export const enrolMemberAction = toAction(enrolMember, { once: true });
export const editMemberAction = toAction(editMember);
export const beginDataExportAction = toAction(beginDataExport);
export const eraseMemberAction = toAction(eraseMember);
export const writeNoteAction = toAction(writeNote);
export const editNoteAction = toAction(editNote);
export const removeNoteAction = toAction(removeNote);
export const mergeMembersAction = toAction(mergeMembers);
export const tellApartAction = toAction(tellApart);
export const unmergeMembersAction = toAction(unmergeMembers);
export const setOwnConsentAction = toFormAction(
  setOwnConsent,
  { kind: "text", given: "yes", locale: "text" },
  (home) => `${home}/profile#consents`,
);

const saveProfile = toFormAction(editOwnProfile, {
  name: "nullable",
  phone: "nullable",
  birthday: "nullable",
  locale: "text",
});

/** The language that somebody chooses to be written to in is the one they read from then on. */
export async function editOwnProfileAction(
  programSlug: string,
  previous: Awaited<ReturnType<typeof saveProfile>>,
  form: FormData,
): ReturnType<typeof saveProfile> {
  const state = await saveProfile(programSlug, previous, form);
  if (!state.data) return state;
  await keepLocale(form);
  return redirect(`/c/${encodeURIComponent(programSlug)}/profile?saved`);
}

const leave = toFormAction(leaveProgram, {});

/** Leads to the page that says so: there is no card to go back to. */
export async function leaveProgramAction(
  programSlug: string,
  previous: FormState<never>,
  form: FormData,
): Promise<FormState<never>> {
  const { data, ...state } = await leave(programSlug, previous, form);
  if (!data) return state;
  await endSession();
  return redirect(`/c/${encodeURIComponent(programSlug)}/left`);
}
