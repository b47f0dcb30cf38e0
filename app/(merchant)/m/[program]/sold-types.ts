import type { Program } from "@/lib/program/schemas";

/** What a basket is made of. A program that names no product types still sells something: everything, as one type. */
export const soldTypes = ({ productTypes }: Pick<Program, "productTypes">, everything: string) =>
  productTypes.length > 0 ? productTypes : [{ key: "everything", name: everything }];
