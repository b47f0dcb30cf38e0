"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import type { TypedForm } from "@/components/merchant/use-typed";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import { ListStep } from "./list-step";
import { movedInList } from "./moved-in-list";
import { keyFor } from "./rule-form";

/** Something with a key that stays and a name that may change. */
export interface Named {
  /** Absent until it is saved for the first time. */
  key?: string;
  name: string;
}

/** As it is being typed: a number tells one from the others while it has no key. */
export type NumberedName<T> = T & { no: number };

/** Product types: a list of names, added to, renamed, moved, taken from. */
export function NamedListForm<T extends Named>({
  form,
  make,
  words,
  extra,
  pending,
  error,
  errorOf,
  onSave,
}: {
  form: TypedForm<NumberedName<T>[]>;
  make: () => T;
  words: { name: (number: number) => string; add: string };
  /** Beside the name: what else there is to say of one. */
  extra?: (item: T, change: (changes: Partial<T>) => void) => ReactNode;
  pending: boolean;
  error: ReactNode;
  errorOf: (index: number) => string | undefined;
  onSave: (items: (T & { key: string })[]) => void;
}) {
  const t = useTranslations("rules.names");
  const items = form.typed;
  const [tried, setTried] = useState(false);
  const set = (next: NumberedName<T>[]) => form.change(() => next);
  const move = (index: number, by: -1 | 1) => set(movedInList(items, index, by));
  const add = () =>
    form.change((before) => [...before, { ...make(), no: Math.max(-1, ...before.map(({ no }) => no)) + 1 }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (items.some((item) => item.name.trim() === "")) return;
    const taken = form.began.flatMap(({ key }) => (key === undefined ? [] : [key]));
    onSave(
      items.map(({ no: _, ...item }) => {
        const name = item.name.trim();
        const key = item.key ?? keyFor(name, taken);
        taken.push(key);
        return { ...(item as unknown as T), key, name };
      }),
    );
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <TypedBefore form={form} />
      <ol className="border-t border-line">
        {items.map((item, index) => (
          <li
            key={item.no}
            className="flex flex-wrap items-center gap-x-4 sm:items-start gap-y-1 border-b border-line py-2.5"
          >
            <TextField
              label={words.name(index + 1)}
              labelHidden
              value={item.name}
              maxLength={80}
              autoComplete="off"
              autoFocus={item.key === undefined && index === items.length - 1}
              error={tried && item.name.trim() === "" ? t("missing") : errorOf(index)}
              className="min-w-0 grow basis-full sm:max-w-80 sm:basis-48"
              onChange={(event) => set(items.with(index, { ...item, name: event.currentTarget.value }))}
            />
            <span className="sm:pt-2">
              {extra?.(item, (changes) => set(items.with(index, { ...item, ...changes })))}
            </span>
            <span className="ml-auto flex">
              <ListStep
                icon={ArrowUp}
                label={t("up", { name: item.name })}
                off={index === 0}
                act={() => move(index, -1)}
              />
              <ListStep
                icon={ArrowDown}
                label={t("down", { name: item.name })}
                off={index === items.length - 1}
                act={() => move(index, 1)}
              />
              <ListStep
                icon={X}
                label={t("remove", { name: item.name })}
                act={() => set(items.toSpliced(index, 1))}
              />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button icon={Plus} onClick={add}>
          {words.add}
        </Button>
      </div>
      <FormErrors title={error} />
      <div>
        <Button type="submit" variant="main" pending={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
