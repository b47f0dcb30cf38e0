/**
 * Leads the keyboard to the first field of a form that is named wrong or, where none is, to the sentence that says what
 * stopped it. Also sent as text to pages without the framework: it may use nothing but its parameter and what a browser has.
 */
export function goToWrong(form: HTMLElement): boolean {
  const wrong =
    form.querySelector<HTMLElement>(
      '[aria-invalid="true"], fieldset[data-wrong] :is(input, select, textarea, button)',
    ) ?? form.querySelector<HTMLElement>('[role="alert"][tabindex]');
  wrong?.focus();
  return wrong !== null;
}
