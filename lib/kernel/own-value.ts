/** What a record has by a name that people choose. `constructor` is a name like any other, and every record inherits one. */
export const ownValue = <V>(record: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
