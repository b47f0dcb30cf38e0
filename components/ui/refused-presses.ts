/**
 * After a press on a button that belongs to no form was refused, the keyboard goes on at the sentence that says why: the
 * document sees the press, its button says when the answer is there, and the sentence is the one that was not there before.
 * Whoever has gone elsewhere meanwhile is left there. What it returns ends it.
 */
export function watchPresses(): () => void {
  let answer: MutationObserver | undefined;
  const forget = () => answer?.disconnect();
  const watch = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button || (button.form && button.type === "submit")) return;
    forget();
    const isUnderWay = () => button.getAttribute("aria-busy") === "true" && button.isConnected;
    // Whoever handles the press tells the button by a timer of their own, which was set before this one.
    setTimeout(() => {
      if (!isUnderWay()) return;
      const before = new Set(sentences());
      const observer = new MutationObserver(() => {
        if (isUnderWay()) return;
        observer.disconnect();
        const at = document.activeElement;
        const isStillThere = at === null || at === document.body || at === button;
        if (isStillThere)
          sentences()
            .find((sentence) => !before.has(sentence))
            ?.focus();
      });
      answer = observer;
      observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["aria-busy"] });
    });
  };
  addEventListener("click", watch);
  return () => {
    forget();
    removeEventListener("click", watch);
  };
}

/** Those that say something. */
const sentences = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[role="alert"][tabindex]'),
];
