"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { onlyChanged, readForm } from "@/lib/access/read-form";
import { endSession } from "@/lib/access/session-cookie";
import { toAction, toFormAction } from "@/lib/access/to-action";
import type { FormState } from "@/lib/kernel/action-result";
import { keepLocale } from "@/lib/kernel/i18n/actions";
import { saying } from "@/lib/kernel/said-once";
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

const saveProfile = toFormAction(
  editOwnProfile,
  { name: "nullable", phone: "nullable", birthday: "nullable" },
  (home) => saying(`${home}/profile`, "saved"),
);

export const editOwnProfileAction = async (
  programSlug: string,
  previous: Awaited<ReturnType<typeof saveProfile>>,
  form: FormData,
): ReturnType<typeof saveProfile> =>
  // Arguments of an action are whatever a client sends: what is no form is refused where forms are read.
  saveProfile(programSlug, previous, form instanceof FormData ? onlyChanged(form) : form);

/** The language that a member reads their card in is the one that they are written to in. */
export async function keepOwnLocale(programSlug: string, form: FormData): Promise<void> {
  // Arguments of an action are whatever a client sends.
  if (!(form instanceof FormData)) return;
  const saved = await saveLocale(programSlug, readForm(form, { locale: "text" }, await getLocale()));
  // Refused, it would be the page's and not the mail's. Whoever is signed out reads the sign-in in it.
  if (saved.ok || saved.problem.code === "unauthenticated") await keepLocale(form);
}

const saveLocale = toAction(editOwnProfile);

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
