/**
 * What a customer's page does by itself, as the text of one small script: nothing on it needs more, so nothing else has to
 * be loaded. Without it everything still works, by whole pages.
 */
export const pageScript = (home: string): string => `(${behaviour.toString()})(${JSON.stringify(home)});`;

// Sent as text: it may use nothing but its parameter and what a browser has.
function behaviour(home: string) {
  // The card stays at hand for times without a connection.
  if ("serviceWorker" in navigator) {
    void navigator.serviceWorker.register(`${home}/sw.js`, { scope: home }).catch(() => {});
  }

  // The next stretch of a long list, as its end comes near: the page that its link leads to, without the rest of it.
  const goOn = (more: HTMLElement) => {
    const link = more.querySelector("a");
    const list = document.getElementById(more.dataset.more ?? "");
    if (!link || !list) return;
    const add = async () => {
      const answer = await fetch(link.href);
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = next.getElementById(list.id);
      if (!answer.ok || !found) return;
      const last = list.lastElementChild as HTMLElement | null;
      const first = found.firstElementChild as HTMLElement | null;
      // The month goes on: its entries stand under the head that is there.
      if (last && first && last.dataset.month === first.dataset.month) {
        last.querySelector("ol")?.append(...(first.querySelector("ol")?.children ?? []));
        first.remove();
      }
      list.append(...found.children);
      const further = next.querySelector<HTMLElement>("[data-more]");
      if (further) {
        more.replaceWith(further);
        goOn(further);
      } else more.remove();
    };
    let isAsked = false;
    const ask = () => {
      if (isAsked) return;
      isAsked = true;
      // Without a connection the link stays, to be pressed later.
      add().catch(() => {
        isAsked = false;
      });
    };
    link.addEventListener("click", (event) => {
      event.preventDefault();
      ask();
    });
    new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) ask();
      },
      { rootMargin: "600px" },
    ).observe(more);
  };
  for (const more of document.querySelectorAll<HTMLElement>("[data-more]")) goOn(more);
}
