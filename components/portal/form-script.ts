import { goToWrong } from "@/components/ui/go-to-wrong";

/** What the script says by itself, in the reader's language. */
export interface FormWords {
  offline: string;
  halfDate: string;
}

/**
 * What the forms of a customer's pages do by themselves, as the text of a script. `member`: whose page it is; null where
 * nobody is signed in. Without it every form still works, by whole pages.
 */
export const formScript = (home: string, member: string | null, words: FormWords): string =>
  `(${behaviour.toString()})(${[home, member, words].map((one) => JSON.stringify(one)).join()},${goToWrong.toString()});`;

// Sent as text: it may use nothing but its parameters and what a browser has.
function behaviour(home: string, member: string | null, words: FormWords, lead: typeof goToWrong) {
  type Typed = [name: string, value: string | boolean][];
  const here = location.pathname;
  const place = (store: "localStorage" | "sessionStorage", name: string) => ({
    write: (kept: object | null) => {
      try {
        if (kept) window[store].setItem(name, JSON.stringify(kept));
        else window[store].removeItem(name);
      } catch {
        // A browser that keeps nothing: the page is as it would be without this.
      }
    },
    read: () => {
      try {
        return JSON.parse(window[store].getItem(name) ?? "null");
      } catch {
        return null;
      }
    },
  });
  const sent = place("localStorage", `regulars typed ${home}`);
  const switched = place("sessionStorage", `regulars switched ${home}`);
  const fieldsOf = (form: HTMLFormElement) =>
    [...form.elements].filter(
      (one): one is HTMLInputElement =>
        one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement ||
        (one instanceof HTMLInputElement && /^(text|tel|email|date|number|checkbox)$/.test(one.type)),
    );
  /** By which the shop knows a form that it has seen: sent again it is not done again. */
  const marksOf = (form: HTMLFormElement) => [
    ...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]:not([name^="$"])'),
  ];
  const typedIn = (fields: HTMLInputElement[]): Typed =>
    fields.map((one) => [one.name, one.type === "checkbox" ? one.checked : one.value]);
  const fill = (form: HTMLFormElement | undefined, typed: Typed) => {
    if (!form) return;
    const fields = fieldsOf(form);
    for (const [name, value] of typed) {
      const field = [...fields, ...marksOf(form)].find((one) => one.name === name);
      if (field && typeof value === "boolean") field.checked = value;
      else if (field) field.value = String(value);
    }
    return fields[0];
  };
  /** What is wrong before anything is sent, beside what it is about. */
  const say = (text: string, at: HTMLElement, where: "before" | "after") => {
    const told = document.createElement("p");
    told.id = "told";
    told.setAttribute("role", "alert");
    told.className = "w-full text-small text-bad";
    at[where](told);
    told.textContent = text;
  };

  // A second press while the first is on its way does nothing, nor does the second press of a double click on the page
  // that came in between; the button says what is happening.
  addEventListener(
    "click",
    (event) => {
      if (event.detail > 1 && (event.target as Element).closest("button,summary,a")) event.preventDefault();
    },
    true,
  );
  addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) return event.preventDefault();
    const button = event.submitter;
    document.getElementById("told")?.remove();
    // A day without its month would be sent as none at all, and take away the one that is known.
    const half = fieldsOf(form).find((one) => one.type === "date" && one.validity.badInput);
    if (half) {
      event.preventDefault();
      document.getElementById(`${half.id}-error`)?.remove();
      half.setAttribute("aria-invalid", "true");
      half.setAttribute("aria-describedby", "told");
      say(words.halfDate, half, "after");
      return half.focus();
    }
    if (!navigator.onLine) {
      event.preventDefault();
      return say(words.offline, button ?? form, "before");
    }
    form.dataset.sent = "yes";
    // For the page that answers where the shop cannot.
    place("localStorage", "regulars language").write({ lang: document.documentElement.lang });
    button?.setAttribute("aria-busy", "true");
    if (button?.dataset.pending) button.textContent = button.dataset.pending;
    // Another language or theme draws the page anew: what was typed on it goes along.
    if ("switch" in form.dataset)
      switched.write({ here, forms: [...document.forms].map((one) => typedIn(fieldsOf(one))) });
    // Should the session have ended or the line be dead, what was typed is there again afterwards.
    // The second step of a form has nothing typed on it: what was typed for the first stays kept.
    else if (member && !("goesOn" in form.dataset)) {
      const [fields, index] = [fieldsOf(form), [...document.forms].indexOf(form)];
      const typed = typedIn([...fields, ...marksOf(form)]);
      sent.write(fields.length > 0 ? { member, here, index, typed, at: Date.now() } : null);
    }
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    const kept = sent.read();
    if (kept?.here === here) sent.write({ ...kept, lost: true });
    location.reload();
  });

  const before = switched.read();
  switched.write(null);
  if (before?.here === here)
    before.forms.forEach((typed: Typed, index: number) => {
      fill(document.forms[index], typed);
    });

  // The page is the answer to a form that was refused.
  const question = document.querySelector<HTMLElement>("[data-goes-on] h2");
  if (document.activeElement === document.body) {
    if (!lead(document.querySelector("main") ?? document.body)) question?.focus();
  }

  const kept = sent.read();
  if (!kept || question) return;
  if (!member) {
    if (here === `${home}/sign-in`) sent.write({ ...kept, lost: true });
    return;
  }
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // Come back to, with no page of theirs in between: the shop never answered.
  const isLost = kept.lost || entry?.type === "back_forward";
  const isTheirs = kept.member === member && Date.now() - kept.at < 86_400_000;
  if (isTheirs && kept.lost && kept.here !== here) return;
  // Any other page of theirs means that it was answered, or given up.
  sent.write(null);
  if (isTheirs && isLost && kept.here === here) fill(document.forms[kept.index], kept.typed)?.focus();
}
