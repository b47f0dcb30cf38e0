import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { MixedCheckbox } from "@/components/ui/mixed-checkbox";
import { LoadMore, Pages } from "@/components/ui/pages";
import { BulkBar, type Column, Table } from "@/components/ui/table";
import { LiveFloats, StillFloats } from "./floats";
import { Part, PartName } from "./part";

type Member = { name: string; tier: string; seen: string; usual?: string; points: string; chosen?: boolean };

const members: Member[] = [
  { name: "Ayşegül Şahin", tier: "Gold", seen: "4 days ago", points: "1,284" },
  { name: "Çağrı Öztürk", tier: "Silver", seen: "11 days ago", points: "912", chosen: true },
  {
    name: "İpek Güneş",
    tier: "Silver",
    seen: "26 days ago",
    usual: "usually 6 days",
    points: "640",
    chosen: true,
  },
  { name: "Işıl Doğan", tier: "Regular", seen: "41 days ago", points: "75" },
];

const memberColumns: Column<Member>[] = [
  {
    key: "choice",
    header: <MixedCheckbox mixed aria-label="Choose all" />,
    choice: true,
    cell: (member) => <Checkbox aria-label={`Choose ${member.name}`} defaultChecked={member.chosen} />,
  },
  { key: "name", header: "Member", cell: (member) => <b>{member.name}</b> },
  { key: "tier", header: "Tier", cell: (member) => member.tier },
  {
    key: "seen",
    header: "Last here",
    sort: { href: "/sheet", now: "descending" },
    cell: (member) => (
      <>
        {member.seen} {member.usual ? <Badge tone="warn">{member.usual}</Badge> : null}
      </>
    ),
  },
  { key: "points", header: "Points", align: "end", cell: (member) => member.points },
];

type Movement = { plain: string; books: string; points: string; money: string };

const movements: Movement[] = [
  { plain: "On 1 November you owed", books: "Opening", points: "418,640", money: "178,902.14" },
  { plain: "Promised with sales", books: "Deferred", points: "+68,410", money: "+29,231.55" },
  { plain: "Expired unused", books: "Breakage", points: "−2,220", money: "−948.61" },
];

const movementColumns: Column<Movement>[] = [
  { key: "plain", header: "1 to 19 November", cell: (row) => row.plain },
  { key: "books", header: "In the books", cell: (row) => row.books, quiet: true },
  { key: "points", header: "Points", cell: (row) => row.points, align: "end" },
  { key: "money", header: "Money, ₺", cell: (row) => row.money, align: "end" },
];

export function SheetTables() {
  return (
    <>
      <Part name="Table" className="md:col-span-8">
        <BulkBar
          chosen="2 chosen"
          clear={
            <Button variant="bare" size="s">
              Clear
            </Button>
          }
        >
          <Button size="s">Tag</Button>
          <Button size="s">Send an offer</Button>
          <Button size="s">Export</Button>
        </BulkBar>
        <Table
          caption="Members"
          columns={memberColumns}
          rows={members}
          rowKey={(member) => member.name}
          chosen={(member) => member.chosen ?? false}
        />
        <Pages label="Pages" summary="1 to 4 of 2,377" next={{ href: "/sheet?page=2", label: "Next 4" }} />
        <LoadMore href="/sheet?more=1">Older ones</LoadMore>
        <PartName name="Table that adds up" className="mt-5" />
        <Table
          caption="What is owed"
          columns={movementColumns}
          rows={movements}
          rowKey={(row) => row.books}
          total={{
            plain: "On 19 November you owe",
            books: "Closing",
            points: "484,830",
            money: "207,185.08",
          }}
        />
      </Part>
      <Part name="Dialog and toast" className="md:col-span-4">
        <StillFloats />
        <LiveFloats />
      </Part>
    </>
  );
}
