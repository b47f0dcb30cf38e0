import type { ChangeEvent } from "react";
import { formatWeekday } from "@/lib/kernel/i18n/day-words";
import type { Option } from "./select-field";

/**
 * A few choices side by side in one box: a day of the week, a period. `many` lets several be chosen. They are
 * native boxes underneath, so they are sent with their form, work without script and answer to the keyboard.
 */
export function Segmented({
  name,
  options,
  value = [],
  many = false,
  onChange,
}: {
  name: string;
  options: Option[];
  /** The chosen values: those of the moment where `onChange` hears of each choice, else those at first. */
  value?: string[];
  many?: boolean;
  onChange?: (value: string, chosen: boolean) => void;
}) {
  return (
    <div className="flex flex-wrap" role="presentation">
      {options.map((option) => (
        <label
          key={option.value}
          className="relative -ml-px grid min-h-10 min-w-9 flex-1 place-items-center border border-edge bg-float px-1.5 text-ink-2 first:ml-0 first:rounded-l-control last:rounded-r-control has-checked:z-1 has-checked:border-accent has-checked:bg-wash has-checked:font-strong has-checked:text-say has-focus-visible:z-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-sm:min-h-11 pointer-coarse:min-h-11"
        >
          <input
            type={many ? "checkbox" : "radio"}
            name={name}
            value={option.value}
            disabled={option.disabled}
            className="absolute inset-0 appearance-none outline-none"
            {...(onChange
              ? {
                  checked: value.includes(option.value),
                  onChange: (event: ChangeEvent<HTMLInputElement>) =>
                    onChange(option.value, event.currentTarget.checked),
                }
              : { defaultChecked: value.includes(option.value) })}
          />
          <span className="pointer-events-none">{option.label}</span>
        </label>
      ))}
    </div>
  );
}

/** The days of a week, Monday (1) first, in the reader's language. Sent as several `name` values "1" to "7". */
export function SegmentedDays({
  name,
  locale,
  value,
  onChange,
}: {
  name: string;
  locale: string;
  value?: number[];
  onChange?: (day: number, chosen: boolean) => void;
}) {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: formatWeekday(day, locale),
  }));
  return (
    <Segmented
      name={name}
      options={days}
      value={value?.map(String)}
      many
      onChange={onChange ? (day, chosen) => onChange(Number(day), chosen) : undefined}
    />
  );
}
