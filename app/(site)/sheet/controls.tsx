import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox, Switch } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { DottedFigure } from "@/components/ui/dotted-figure";
import { Empty } from "@/components/ui/empty";
import { FieldGroup } from "@/components/ui/field";
import { FormErrors, Notice } from "@/components/ui/form-errors";
import { PriceList } from "@/components/ui/price-list";
import { Progress } from "@/components/ui/progress";
import { SegmentedDays } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import { Skeleton } from "@/components/ui/skeleton";
import { Strokes } from "@/components/ui/strokes";
import { Tabs } from "@/components/ui/tabs";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { LinkButton } from "@/components/ui/text-link";
import { Day, Money, Points } from "@/components/ui/values";
import { BusyButton } from "./busy-button";
import { Part, PartName } from "./part";

export function SheetControls() {
  return (
    <>
      <ButtonsPart />
      <FieldsPart />
      <MarksPart />
    </>
  );
}

function ButtonsPart() {
  return (
    <Part name="Buttons and focus" className="md:col-span-4">
      <div className="flex flex-wrap items-center gap-2.5">
        <Button variant="main">Record</Button>
        <Button>Cancel</Button>
        <Button variant="soft">Offer a coffee</Button>
        <LinkButton className="px-2">Undo</LinkButton>
        <Button variant="bad">Delete rule</Button>
        <Button disabled>Close</Button>
        <Button variant="main" className="outline-3 outline-offset-2 outline-accent">
          Focused
        </Button>
        <BusyButton />
        <Button size="s">Small</Button>
        <Button variant="bare" size="s">
          Bare
        </Button>
        <Button size="l">Customer</Button>
        <Button size="till">Till</Button>
      </div>
      <Button variant="main" size="record" className="mt-3 w-full justify-between">
        Record ₺400.00
      </Button>
      <PartName name="Badges" className="mt-5" />
      <div className="flex flex-wrap gap-2.5">
        <Badge tone="accent">Gold</Badge>
        <Badge>Silver</Badge>
        <Badge tone="outline">Draft</Badge>
        <Badge tone="warn">Expires soon</Badge>
        <Badge tone="bad">Refused</Badge>
      </div>
      <PartName name="Progress" className="mt-5" />
      <Strokes done={14} of={20} label="14 of 20 visits" caption="Counted things are strokes, up to 30" />
      <div className="mt-4" />
      <Progress
        value={7775}
        max={12540}
        label="Replaying purchases"
        caption={
          <>
            Replaying 7,775 of 12,540 purchases. <LinkButton>Stop</LinkButton>
          </>
        }
      />
      <PartName name="Loading" className="mt-5" />
      <Skeleton label="Loading" />
    </Part>
  );
}

function FieldsPart() {
  return (
    <Part name="Fields" className="md:col-span-4">
      <div className="grid gap-3">
        <TextField label="Name" name="name" defaultValue="Ayşegül Şahin" autoComplete="off" />
        <TextField
          label="Phone"
          name="phone"
          defaultValue="0532 41"
          autoComplete="off"
          error="A mobile number has ten digits after the 0; this has five."
        />
        <SelectField
          label="Tier"
          name="tier"
          hint={
            <>
              Locked until <Day date="2027-01-31" locale="en" /> by Deniz
            </>
          }
          options={[
            { value: "gold", label: "Gold" },
            { value: "silver", label: "Silver" },
          ]}
        />
        <TextField label="Earns" name="earns" defaultValue="10" after="points more" inputMode="numeric" />
        <FieldGroup legend="On">
          <SegmentedDays name="weekdays" locale="en" value={[1, 2, 3, 4, 5]} />
        </FieldGroup>
        <TextareaField label="Reason" name="reason" rows={2} placeholder="Why these points are given" />
        <Checkbox label="Mail me about offers" name="mail" defaultChecked />
        <Switch label="Ask for a rating afterwards" name="ask" />
        <Switch label="Gifts between members" name="gifts" defaultChecked />
        <FormErrors title="That was not saved.">Somebody changed the draft in the meantime.</FormErrors>
      </div>
    </Part>
  );
}

function MarksPart() {
  return (
    <Part name="Price list" className="md:col-span-4">
      <PriceList
        items={[
          {
            label: (
              <>
                Flat white, <Money minor={16_000} currency="TRY" locale="en" />
              </>
            ),
            value: <Points points={16} locale="en" />,
          },
          { label: "doubled for Gold", value: <Points points={16} locale="en" signed />, derived: true },
          { label: "Su böreği, ₺100.00", value: "10" },
        ]}
        sum={{ label: "Points", value: "42" }}
      />
      <PartName name="Dotted figure" className="mt-5" />
      <p className="text-section">
        <DottedFigure href="#">61 more visits</DottedFigure> than usual.
      </p>
      <PartName name="Tabs" className="mt-5" />
      <Tabs
        label="Member"
        items={[
          { href: "/sheet#rewards", label: "Rewards", current: true },
          { href: "/sheet#history", label: "History" },
          { href: "/sheet#rules", label: "Rules" },
        ]}
      />
      <PartName name="Empty" className="mt-5" />
      <Empty
        title="No campaign yet."
        action={
          <Button variant="soft" size="s">
            Write to them
          </Button>
        }
      >
        Start with the 41 regulars who may be leaving. A coffee brought 9 of the last 30 back.
      </Empty>
      <PartName name="Opens in place" className="mt-5" />
      <Disclosure
        panel
        summary={
          <>
            <b className="block">Yesterday, 47 points</b>
            <span className="text-ink-2">32 for coffee, doubled for Gold. 10 for börek.</span>
          </>
        }
      >
        <p className="text-title">47 points: 32 for coffee, doubled for Gold; 10 for börek.</p>
      </Disclosure>
      <PartName name="Notice" className="mt-5" />
      <Notice
        actions={
          <Button variant="main" size="s">
            Publish
          </Button>
        }
      >
        <b>Your draft has two changes.</b>{" "}
        <span className="text-ink-2">Members still earn by version 7.</span>
      </Notice>
    </Part>
  );
}
