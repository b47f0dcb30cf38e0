/** The list with the item at `index` one place further up or down; as it is where there is no such place. */
export function movedInList<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const [one, other] = [list[index], list[index + by]];
  return one !== undefined && other !== undefined ? list.with(index, other).with(index + by, one) : [...list];
}
