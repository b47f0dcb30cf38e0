import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { database } from "@/db/connection";
import type { ActionResult, FormState } from "@/lib/kernel/action-result";
import { systemNow } from "@/lib/kernel/clock";
import type { Actor } from "./actor";
import { type Permission, permissions } from "./permissions";
import { type FormFields, readForm, typedValues } from "./read-form";
import { memberActor, staffActor } from "./session";
import { answer } from "./show-problem";

/** A command or a query. */
export interface Executable<S extends z.ZodType, Data> {
  permission: Permission;
  input: S;
  execute(
    execution: { actor: Actor; now: Date; database: Database; idempotencyKey?: string },
    raw: unknown,
  ): Promise<Data>;
}

/**
 * The server action of a command or a query, for the person who is signed in. `programSlug` is the one of the page; the
 * actor that it leads to carries the merchant. `once`: what is sent again with the same key, because its answer was
 * lost, is not done again; its answer is kept for that, so it may hold no secret.
 */
export const toAction =
  <S extends z.ZodType, Data>(what: Executable<S, Data>, { once = false } = {}) =>
  (programSlug: string, raw: z.input<S>, key?: string): Promise<ActionResult<Data>> =>
    answer(() => executeFor(what, programSlug, raw, once && typeof key === "string" ? key : undefined));

/**
 * The same for `useActionState(action, emptyForm)`: works without script, and keeps what was typed. The page binds the slug
 * (`action.bind(null, slug)`) and hands the result to the form. A form that binds while it renders gets a new action on
 * every attempt, and a post without script then renders for ever.
 * `fields` says how each field of the form becomes one of the input; `leadsTo` where it goes on below the card's home once
 * it is done, so that a page that is loaded again, or come back to, sends nothing again.
 */
export const toFormAction =
  <S extends z.ZodType, Data>(
    what: Executable<S, Data>,
    fields: FormFields,
    leadsTo?: (home: string, data: Data) => string,
  ) =>
  async (programSlug: string, previous: FormState<Data>, form: FormData): Promise<FormState<Data>> => {
    const result = await answer(async () =>
      executeFor(what, programSlug, readForm(form, fields, await getLocale())),
    );
    if (result.ok && leadsTo) redirect(leadsTo(`/c/${encodeURIComponent(programSlug)}`, result.data));
    return nextState(previous, form, result);
  };

/**
 * The same in two steps, by the button that was pressed (`step`): what it would come to is shown, then it is done, or changed
 * with all that was typed. `leadsTo`: null for what is shown on the page itself.
 */
export const toCheckedFormAction =
  <S extends z.ZodType, Shown, Done>(
    preview: Executable<S, Shown>,
    act: Executable<S, Done>,
    fields: FormFields,
    leadsTo: (home: string, data: Shown | Done) => string | null,
  ) =>
  async (
    programSlug: string,
    previous: FormState<Shown | Done>,
    form: FormData,
  ): Promise<FormState<Shown | Done>> => {
    const step = form.get("step");
    const values = typedValues(form);
    if (step === "change") return { turn: previous.turn + 1, values };
    const what: Executable<S, Shown | Done> = step === "done" ? act : preview;
    const result = await answer(async () =>
      executeFor(what, programSlug, readForm(form, fields, await getLocale())),
    );
    const to = result.ok ? leadsTo(`/c/${encodeURIComponent(programSlug)}`, result.data) : null;
    if (to) redirect(to);
    return { ...nextState(previous, form, result), values };
  };

// Arguments of a server action are whatever a client sends: nothing is known of them before the schema has read them.
export async function executeFor<S extends z.ZodType, Data>(
  what: Executable<S, Data>,
  slug: unknown,
  raw: unknown,
  idempotencyKey?: string,
): Promise<Data> {
  const actor = await actorFor(what.permission, typeof slug === "string" ? slug : "");
  return what.execute({ actor, now: systemNow(), database: database(), idempotencyKey }, raw);
}

/** What a customer may do is a customer's action; everything else is for staff. */
const actorFor = (permission: Permission, programSlug: string): Promise<Actor> =>
  permissions[permission].member ? memberActor(programSlug) : staffActor(programSlug);

/** What a form shows after an answer: the data, or the refusal and what was typed. */
export function nextState<Data>(
  previous: FormState<Data>,
  form: FormData,
  result: ActionResult<Data>,
): FormState<Data> {
  const turn = previous.turn + 1;
  return result.ok
    ? { turn, values: {}, data: result.data }
    : { turn, values: typedValues(form), problem: result.problem };
}
