import { isCardNumber, normaliseCard } from "@/lib/kernel/card-number";

type EnrolField = "name" | "phone" | "email";

/** What was typed of somebody new; what was left empty is left out. */
export type Enrolment = Partial<Record<EnrolField, string>>;

/** Which field of the form what was typed into the find field belongs to; none for a card, which nobody brings along. */
export function guessField(typed: string): { name: EnrolField; value: string } | null {
  const value = typed.trim();
  if (value === "" || isCardNumber(normaliseCard(value))) return null;
  if (value.includes("@")) return { name: "email", value };
  return { name: /^[+()\d][\d\s()./-]*$/.test(value) ? "phone" : "name", value };
}

/** The form as `enrolMember` takes it. */
export function enrolmentFrom(form: FormData): Enrolment {
  const enrolment: Enrolment = {};
  for (const name of ["name", "phone", "email"] as const) {
    const value = String(form.get(name) ?? "").trim();
    if (value) enrolment[name] = value;
  }
  return enrolment;
}
