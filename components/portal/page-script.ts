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

  // Said once on a device: that the card can stand on its home screen. The profile says it always.
  const hint = document.querySelector<HTMLElement>("[data-install=once]");
  try {
    const said = `regulars install ${home}`;
    if (hint && !localStorage.getItem(said)) {
      localStorage.setItem(said, "said");
      hint.hidden = false;
    }
  } catch {
    // A browser that keeps nothing would say it on every visit: it does not.
  }

  // A card that is brought to the front again, or finds a connection, comes up to date: what it shows is what the till knows.
  let drawn = Date.now();
  const refresh = async () => {
    drawn = Date.now();
    const answer = await fetch(location.href);
    if (answer.redirected) return location.reload();
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["header", "main"]) {
      const [shown, found] = [document.querySelector(part), next.querySelector(part)];
      if (shown && found && shown.textContent !== found.textContent) shown.replaceWith(found);
    }
  };
  if (location.pathname === home || location.pathname === `${home}/`) {
    addEventListener("online", () => void refresh().catch(() => {}));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - drawn > 30_000) refresh().catch(() => {});
    });
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
