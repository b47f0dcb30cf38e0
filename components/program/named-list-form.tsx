"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import { ListStep } from "./list-step";
import { keyFor } from "./rule-form";

/** Something with a key that stays and a name that may change. */
export interface Named {
  /** Absent until it is saved for the first time. */
  key?: string;
  name: string;
}

type Numbered<T> = T & { no: number };

/** Product types: a list of names, added to, renamed, taken from. */
export function NamedListForm<T extends Named>({
  items: first,
  make,
  words,
  extra,
  pending,
  error,
  errorOf,
  onSave,
}: {
  items: (T & { key: string })[];
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
  const [{ items, nextNo }, setState] = useState<{ items: Numbered<T>[]; nextNo: number }>(() => ({
    items: first.map((item, no) => ({ ...item, no })),
    nextNo: first.length,
  }));
  const [tried, setTried] = useState(false);
  const set = (next: Numbered<T>[]) => setState({ items: next, nextNo });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (items.some((item) => item.name.trim() === "")) return;
    const taken = first.map((item) => item.key);
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
      <ol className="border-t border-line">
        {items.map((item, index) => (
          <li
            key={item.no}
            className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2.5"
          >
            <TextField
              label={words.name(index + 1)}
              labelHidden
              value={item.name}
              maxLength={80}
              autoComplete="off"
              autoFocus={item.key === undefined && index === items.length - 1}
              error={tried && item.name.trim() === "" ? t("missing") : errorOf(index)}
              className="min-w-0 grow basis-48 sm:max-w-80"
              onChange={(event) => set(items.with(index, { ...item, name: event.currentTarget.value }))}
            />
            <span className="pt-2">
              {extra?.(item, (changes) => set(items.with(index, { ...item, ...changes })))}
            </span>
            <span className="ml-auto flex">
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
        <Button
          icon={Plus}
          onClick={() => setState({ items: [...items, { ...make(), no: nextNo }], nextNo: nextNo + 1 })}
        >
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
