"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { saveEventAction } from "@/lib/events/actions";
import { localInstant, localText } from "@/lib/kernel/local-instant";

interface EventShown {
  id: string;
  reward: string;
  name: string;
  place: string;
  startsAt: string;
  endsAt: string;
  places: number;
  waitingList: boolean;
}

const beside = ["name", "place", "startsAt", "endsAt", "places", "reward"];

/** Offers an evening, or changes one: what, when, where, for how many. */
export function EventForm({
  experiences,
  event,
}: {
  experiences: { key: string; name: string }[];
  event: EventShown | null;
}) {
  const t = useTranslations("events.form");
  const { slug, zone } = useShop();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const kept = useTypedFields(`evening ${event?.id ?? ""}`);
  const save = useAct(saveEventAction, {
    form: `evening ${event?.id ?? ""}`,
    beside,
    onDone: ({ event: { id } }) => {
      kept.forget();
      setOpen(false);
      if (event) router.refresh();
      else router.push(`/m/${slug}/events/${id}`);
    },
  });
  const at = (instant: string | undefined) => (instant ? localText(new Date(instant), zone) : undefined);
  /** As the fields had it when the form was drawn. */
  const shown: Record<string, string | undefined> = {
    name: event?.name,
    place: event?.place,
    startsAt: at(event?.startsAt),
    endsAt: at(event?.endsAt),
    places: event ? String(event.places) : undefined,
  };
  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = new FormData(submitted.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const instant = (name: string) => (text(name) ? localInstant(text(name), zone).toISOString() : "");
    const typed = {
      name: text("name"),
      place: text("place"),
      startsAt: instant("startsAt"),
      endsAt: instant("endsAt"),
      places: Number(text("places")),
      waitingList: form.has("waitingList"),
    };
    if (!event) return save.run({ reward: text("reward"), ...typed });
    // What was not touched here may have been changed elsewhere since.
    const isTouched = (name: string) =>
      name === "waitingList" ? typed.waitingList !== event.waitingList : text(name) !== shown[name];
    save.run({
      id: event.id,
      ...Object.fromEntries(Object.entries(typed).filter(([name]) => isTouched(name))),
    });
  };
  return (
    <Dialog
      trigger={<Button variant={event ? "plain" : "main"}>{t(event ? "edit" : "action")}</Button>}
      title={t(event ? "editTitle" : "title")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        save.forget();
      }}
    >
      <form {...kept.listen} onSubmit={submit} noValidate className="grid gap-4">
        <TypedBefore form={kept} />
        {event ? null : (
          <SelectField
            name="reward"
            label={t("reward")}
            hint={t("rewardHint")}
            error={save.fields.reward}
            options={experiences.map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
        <TextField name="name" label={t("name")} defaultValue={shown.name} error={save.fields.name} />
        <TextField name="place" label={t("place")} defaultValue={shown.place} error={save.fields.place} />
        <TextField
          name="startsAt"
          type="datetime-local"
          label={t("startsAt")}
          defaultValue={shown.startsAt}
          error={save.fields.startsAt}
        />
        <TextField
          name="endsAt"
          type="datetime-local"
          label={t("endsAt")}
          defaultValue={shown.endsAt}
          error={save.fields.endsAt}
        />
        <TextField
          name="places"
          label={t("places")}
          inputMode="numeric"
          defaultValue={shown.places}
          error={save.fields.places}
        />
        <Checkbox name="waitingList" label={t("waitingList")} defaultChecked={event?.waitingList ?? true} />
        <FormErrors title={save.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={save.isPending}>
            {t(event ? "save" : "offer")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
