import type { ReactNode } from "react";

/**
 * The till's three areas: who (what to tell), what (products and basket), worth (points, why, Record). Side by
 * side from 960 px, one under the other on anything narrower.
 */
export function TillAreas({ who, what, worth }: { who: ReactNode; what: ReactNode; worth: ReactNode }) {
  return (
    <div className="grid min-h-0 grow md:grid-cols-[264px_minmax(0,1fr)_300px] lg:grid-cols-[312px_minmax(0,1fr)_348px]">
      <section className="flex min-h-0 flex-col md:overflow-y-auto bg-paper px-5 py-5 sm:px-6">{who}</section>
      <section className="flex min-h-0 min-w-0 flex-col md:overflow-y-auto px-5 pt-5 pb-6 sm:px-6">
        {what}
      </section>
      <section className="flex min-h-0 flex-col md:overflow-y-auto border-line px-5 pt-[26px] pb-6 max-md:border-t sm:px-6 md:border-l">
        {worth}
      </section>
    </div>
  );
}
