import { goToWrong } from "@/components/ui/go-to-wrong";

/**
 * What the forms of a customer's pages do by themselves, as the text of a script. `member`: whose page it is; null where
 * nobody is signed in. Without it every form still works, by whole pages.
 */
export const formScript = (home: string, member: string | null): string =>
  `(${behaviour.toString()})(${JSON.stringify(home)},${JSON.stringify(member)},${goToWrong.toString()});`;

// Sent as text: it may use nothing but its parameters and what a browser has.
function behaviour(home: string, member: string | null, lead: typeof goToWrong) {
  const place = `regulars typed ${home}`;
  const here = location.pathname;
  const write = (kept: object | null) => {
    try {
      if (kept) localStorage.setItem(place, JSON.stringify(kept));
      else localStorage.removeItem(place);
    } catch {
      // A browser that keeps nothing: the page is as it would be without this.
    }
  };
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(place) ?? "null");
    } catch {
      return null;
    }
  };
  const fieldsOf = (form: HTMLFormElement) =>
    [...form.elements].filter(
      (one): one is HTMLInputElement =>
        one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement ||
        (one instanceof HTMLInputElement && /^(text|tel|email|date|number)$/.test(one.type)),
    );

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
    form.dataset.sent = "yes";
    const button = event.submitter;
    button?.setAttribute("aria-busy", "true");
    if (button?.dataset.pending) button.textContent = button.dataset.pending;
    // Should the session have ended, what was typed is there again after signing in.
    const typed = fieldsOf(form).map(({ name, value }) => [name, value]);
    if (member) {
      const index = [...document.forms].indexOf(form);
      write(typed.length > 0 ? { member, here, index, typed, at: Date.now() } : null);
    }
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  // The page is the answer to a form that was refused.
  if (document.activeElement === document.body) lead(document.querySelector("main") ?? document.body);

  const kept = read();
  if (!kept) return;
  if (!member) {
    if (here === `${home}/sign-in`) write({ ...kept, lost: true });
    return;
  }
  // Any other page of theirs means that it was answered, or given up.
  write(null);
  const form = document.forms[kept.index];
  const isTheirs = kept.lost && kept.member === member && Date.now() - kept.at < 86_400_000;
  if (!isTheirs || kept.here !== here || !form) return;
  const fields = fieldsOf(form);
  for (const [name, value] of kept.typed) {
    const field = fields.find((one) => one.name === name);
    if (field) field.value = value;
  }
  fields[0]?.focus();
}
