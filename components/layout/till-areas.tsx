import type { ReactNode } from "react";

const padding = "px-5 sm:px-6";

/**
 * The till's areas: who (what to tell), what (products and basket), worth (points, why, Record), and what was recorded
 * just now. Three columns from 960 px; on a tablet held upright what and worth stand side by side below who; on a phone
 * one is under the other, and `worth` keeps Record at the bottom of the screen.
 */
export function TillAreas({
  who,
  recent,
  what,
  worth,
}: {
  who: ReactNode;
  recent: ReactNode;
  what: ReactNode;
  worth: ReactNode;
}) {
  return (
    <div className="grid min-h-0 grow content-start sm:grid-cols-[minmax(0,1fr)_288px] sm:grid-rows-[auto_minmax(0,1fr)_auto] sm:content-stretch max-sm:pb-28 md:grid-cols-[264px_minmax(0,1fr)_300px] md:grid-rows-[minmax(0,1fr)_auto] lg:grid-cols-[312px_minmax(0,1fr)_348px]">
      <section
        className={`more-below flex min-h-0 flex-col py-5 ${padding} sm:col-span-2 md:col-span-1 md:overflow-y-auto`}
      >
        {who}
      </section>
      <section
        className={`flex min-h-0 min-w-0 flex-col pt-5 pb-6 ${padding} md:row-span-2 md:overflow-y-auto`}
      >
        {what}
      </section>
      <section
        className={`flex min-h-0 flex-col border-line pt-[26px] pb-6 ${padding} max-sm:border-t sm:border-l md:row-span-2 md:overflow-y-auto`}
      >
        {worth}
      </section>
      <section
        className={`bg-paper pb-5 ${padding} empty:hidden max-md:pt-5 sm:col-span-2 md:col-span-1 md:col-start-1 md:row-start-2`}
      >
        {recent}
      </section>
    </div>
  );
}
