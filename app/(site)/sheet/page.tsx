import type { Metadata } from "next";
import { SheetCharts } from "./charts";
import { SheetColours } from "./colours";
import { SheetControls } from "./controls";
import { SheetTables } from "./tables";

export const metadata: Metadata = { title: "Component sheet", robots: { index: false, follow: false } };

/** Every part of the design on one page, to hold against its pictures after a change. For the people who build. */
export default function Sheet() {
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-6 bg-sign px-5 pt-3.5 pb-4 text-white sm:px-10">
        <h1 className="text-shop">Regulars</h1>
        <span>Component sheet</span>
      </header>
      <main className="mx-auto grid max-w-[1280px] gap-x-8 gap-y-[22px] px-5 py-5 sm:px-10 md:grid-cols-12">
        <SheetColours />
        <SheetControls />
        <SheetTables />
        <SheetCharts />
      </main>
    </>
  );
}
