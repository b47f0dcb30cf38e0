import { type BarDay, BarsByDay } from "@/components/charts/bars-by-day";
import { ChartFigure } from "@/components/charts/chart-figure";
import { CompareBars } from "@/components/charts/compare-bars";
import { Intervals } from "@/components/charts/intervals";
import { LineChart } from "@/components/charts/line-chart";
import { addDays } from "@/lib/kernel/calendar";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import { Part } from "./part";

const months = ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"];
const cameBack = [61, 62, 60, 63, 62, 63, 62, 64, 66, 67, 69, 70];
const points = (value: number) => formatPoints(value, "en");

const days: BarDay[] = Array.from({ length: 30 }, (_, index) => {
  const day = addDays("2026-10-22", index);
  const values = {
    issued: 900 + ((index * 577) % 800),
    spent: 300 + ((index * 311) % 640),
    expired: index % 7 === 3 ? 240 : 0,
  };
  const label = formatDay(day, "en", "short");
  return { key: day, label, values, title: `${label}: ${values.issued} issued, ${values.spent} spent` };
});

const held = days.map((_, index) => 418_000 + index * 470 + ((index * 313) % 900));

export function SheetCharts() {
  return (
    <>
      <Part name="Charts" className="md:col-span-8">
        <div className="grid gap-8 sm:grid-cols-2">
          <ComeBack />
          <div className="grid content-between gap-6">
            <div>
              <h3 className="mb-2 text-small font-strong">Compare</h3>
              <CompareBars
                label="Points in 90 days"
                rows={[
                  { key: "7", label: "Version 7", value: 312_400, text: "312,400" },
                  { key: "draft", label: "Draft", value: 349_900, text: "349,900", over: 312_400 },
                ]}
              />
            </div>
            <div>
              <h3 className="mb-2 text-small font-strong">Uncertain</h3>
              <Intervals
                label="NPS now and a year ago"
                format={String}
                rows={[
                  { key: "then", label: "Last year", low: 36, value: 44, high: 52, text: "44" },
                  {
                    key: "now",
                    label: "Now",
                    low: 47,
                    value: 54,
                    high: 61,
                    text: "54, give or take 7",
                    main: true,
                  },
                ]}
              />
            </div>
          </div>
        </div>
      </Part>
      <SpacePart />
      <Part name="Charts by day" className="md:col-span-12">
        <div className="grid gap-10 md:grid-cols-2">
          <InAndOut />
          <Held />
        </div>
      </Part>
    </>
  );
}

function ComeBack() {
  return (
    <ChartFigure
      title="7 in 10 come back within a month."
      caption="788 of the 1,126 who came in the month to 20 October."
      tableLabel="Figures as a table"
      level="h3"
      table={{
        head: ["Month", "Came back"],
        rows: months.map((month, index) => ({ key: month, cells: [month, `${cameBack[index]}%`] })),
      }}
    >
      <LineChart
        label="Share who came back, by month"
        labels={months}
        lines={[{ key: "back", values: cameBack, endLabel: "70%", startLabel: "61% a year ago" }]}
        marks={[{ index: 7, label: "Welcome reward" }]}
        format={(value) => `${value}%`}
        right={44}
      />
    </ChartFigure>
  );
}

function InAndOut() {
  return (
    <ChartFigure
      title="Regulars earn about twice what they spend."
      caption="Points by day, 22 October to 20 November"
      tableLabel="Figures as a table"
      level="h3"
      table={{
        head: ["Day", "Issued", "Spent", "Expired"],
        rows: days.map(({ key, label, values: { issued = 0, spent = 0, expired = 0 } }) => ({
          key,
          cells: [label, points(issued), points(spent), points(expired)],
        })),
      }}
    >
      <BarsByDay
        label="Points issued, spent and expired by day"
        days={days}
        series={[
          { key: "issued", label: "issued", side: "up", main: true },
          { key: "spent", label: "spent", side: "down" },
          { key: "expired", label: "expired", side: "down" },
        ]}
        format={points}
      />
    </ChartFigure>
  );
}

function Held() {
  return (
    <ChartFigure
      title="Regulars hold 433,600 points."
      caption="At the end of each day"
      tableLabel="Figures as a table"
      level="h3"
      table={{
        head: ["Day", "Held"],
        rows: days.map((day, index) => ({ key: day.key, cells: [day.label, points(held[index] ?? 0)] })),
      }}
    >
      <LineChart
        label="Points held by regulars, by day"
        labels={days.map((day) => day.label)}
        lines={[{ key: "held", values: held, endLabel: "433,600" }]}
        format={points}
        fromZero
        left={58}
      />
    </ChartFigure>
  );
}

function SpacePart() {
  return (
    <Part name="Space, corners, height" className="md:col-span-4">
      <div className="flex items-end gap-1.5 text-small xs:gap-3 text-ink-2">
        {[4, 8, 12, 16, 24, 32, 48, 64].map((size) => (
          <div key={size}>
            <i className="mb-1 block bg-wash-2" style={{ width: size, height: size }} />
            {size}
          </div>
        ))}
      </div>
      <div className="mt-4 grid grid-cols-4 gap-2.5 text-small/[17px] *:min-h-[54px] *:border *:border-edge *:px-2.5 *:py-[9px]">
        <div className="rounded-badge">
          4<br />
          badge
        </div>
        <div className="rounded-control">
          8<br />
          control
        </div>
        <div className="rounded-dialog">
          12
          <br />
          dialog
        </div>
        <div className="rounded-control border-transparent! bg-float shadow-float">
          floats
          <br />
          only
        </div>
      </div>
    </Part>
  );
}
