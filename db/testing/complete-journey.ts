import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll } from "vitest";

/** The Complete Journey files to import, and what is known of them without having asked the engine. */
export interface Journey {
  directory: string;
  name: string;
  rows: number;
  purchases: number;
  members: number;
  /** Cents. */
  spend: number;
  /** Lines whose quantity is 0. */
  unweighed: number;
  /** Lines that cost nothing, the one with what a float left of nothing included. */
  free: number;
  households: number;
}

const beside = join(import.meta.dirname, "../../../shared/data/complete-journey");

/**
 * The journeys to import: one made here, of the names, columns and oddities of the real files, and the real one where it lies
 * beside the checkout. Call it at the top of a test file: what it wrote goes with it.
 */
export function completeJourneys(): Journey[] {
  const made = generatedJourney();
  if (!existsSync(beside)) return [made];
  const real = {
    directory: beside,
    name: "the Complete Journey",
    rows: 75_000,
    purchases: 47_243,
    members: 2_377,
    spend: 23_393_524,
    unweighed: 416,
    free: 529,
    households: 801,
  };
  return [made, real];
}

/** 300 baskets of 3, 4 or 5 lines by 60 households, of which 40 are described. */
function generatedJourney(): Journey {
  const directory = mkdtempSync(join(tmpdir(), "journey-data-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const write = (name: string, rows: string[]) =>
    writeFileSync(join(directory, `${name}.csv.gz`), gzipSync(`${rows.join("\n")}\n`));
  write("transactions_sample", transactions());
  write("products", products());
  write("demographics", demographics());
  return {
    directory,
    name: "a journey made after the Complete Journey",
    rows: 1_200,
    purchases: 300,
    members: 60,
    spend: 1_190_719,
    unweighed: 24,
    free: 2,
    households: 40,
  };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const departments = ["GROCERY", "PRODUCE", "DRUG GM", "FUEL", "PASTRY"];

/** The lines of a basket stand far apart, as in the real file; one costs what a float left of nothing. */
function transactions(): string[] {
  const line = (place: number, basket: number): string => {
    const cents = (basket * 137 + place * 211) % 2_000;
    const paid = basket === 7 && place === 2 ? "4.440892e-16" : `${cents / 100}`;
    const quantity = basket % 50 === place ? 0 : 1 + (basket % 3);
    const time = `2017-${two(1 + (basket % 12))}-${two(1 + (basket % 28))} ${two(8 + (basket % 12))}:${two(basket % 60)}:05`;
    const product = 900_000 + ((basket * 7 + place) % 83);
    return `"${1 + (basket % 60)}","${300 + (basket % 9)}","${31_625_220_000 + basket}","${product}",${quantity},${paid},0.43,0,0,${1 + (basket % 52)},${time}`;
  };
  return [
    '"household_id","store_id","basket_id","product_id","quantity","sales_value","retail_disc","coupon_disc","coupon_match_disc","week","transaction_timestamp"',
    ...upTo(5).flatMap((place) =>
      upTo(300)
        .filter((basket) => place < 3 + (basket % 3))
        .map((basket) => line(place, basket)),
    ),
  ];
}

/** 80 of the 83 products that are sold: three are not in the list, as in the real one. */
const products = (): string[] => [
  '"product_id","manufacturer_id","department","brand","product_category","product_type","package_size"',
  ...upTo(80).map(
    (index) => `"${900_000 + index}","2","${departments[index % departments.length]}","National",NA,NA,NA`,
  ),
];

const demographics = (): string[] => [
  '"household_id","age","income","home_ownership","marital_status","household_size","household_comp","kids_count"',
  ...upTo(40).map((index) =>
    index === 0
      ? '"1","65+","35-49K","Homeowner","Married","2","2 Adults No Kids","0"'
      : `"${1 + index}","45-54","50-74K",NA,"Unmarried","${1 + (index % 4)}","1 Adult No Kids","0"`,
  ),
];

const two = (number: number): string => String(number).padStart(2, "0");
