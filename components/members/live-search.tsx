"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type FocusEvent, useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";
import { addressOf, type Order, type Typed } from "./filter-address";

const pauseMs = 250;

/** The line above a list of members: it narrows down as one types. Works without script, and its address can be kept. */
export function LiveSearch({ here, typed, order }: { here: string; typed: Typed; order: Order }) {
  const t = useTranslations("segments.search");
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const [pending, start] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);
  // A link or Back leads to another list: the field says what that one is of, unless more is being typed.
  const { q = "" } = typed;
  useEffect(() => {
    const input = field.current;
    if (input && !pending && timer.current === undefined && input.value.trim() !== q) input.value = q;
  }, [q, pending]);
  const look = (q: string) => {
    timer.current = undefined;
    start(() => router.replace(`${here}${addressOf({ ...typed, q }, order)}`, { scroll: false }));
  };
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const q = event.currentTarget.value.trim();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => look(q), pauseMs);
  };
  // Whoever goes on to a member at once is not called back by a search that was still to come.
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    look(event.currentTarget.value.trim());
  };
  return (
    <search className="min-w-0 grow basis-72 sm:max-w-[30rem]">
      <form action={here} className="flex gap-2" aria-busy={pending || undefined}>
        {Object.entries({ ...typed, q: undefined }).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <TextField
          label={t("label")}
          labelHidden
          type="search"
          name="q"
          ref={field}
          defaultValue={q}
          placeholder={t("placeholder")}
          autoComplete="off"
          before={<Icon of={Search} />}
          className="min-w-0 grow"
          onChange={type}
          onBlur={leave}
        />
        <noscript>
          <Button type="submit">{t("submit")}</Button>
        </noscript>
      </form>
    </search>
  );
}
