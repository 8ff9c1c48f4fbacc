/** A name as it is compared: full-width signs and spaces, which keyboards put in by themselves, make no other name. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** What a building's name ends in besides its number: who types 3 means 3号楼. */
const houseWords = /(号楼|号|楼|栋|幢|座)$/

/** How close a name is to what somebody typed: 0 it is the name, 1 it begins so, 2 it contains it; nothing where it does not. */
export function closeness(name: string, typed: string): 0 | 1 | 2 | undefined {
  const [whole, part] = [plain(name), plain(typed)]
  if (whole === part || whole.replace(houseWords, '') === part.replace(houseWords, '')) return 0
  if (whole.startsWith(part)) return 1
  return whole.includes(part) ? 2 : undefined
}

const chinese = new Intl.Collator('zh-CN', { numeric: true })

/** Names in the order in which Chinese lists have them, by pronunciation; 2号楼 before 10号楼. */
export const byName = (one: { name: string }, other: { name: string }): number => chinese.compare(one.name, other.name)

/** Those whose names have what was typed, the closest first. `order` sorts those that are as close. */
export function closest<Row extends { name: string }>(
  rows: readonly Row[],
  typed: string,
  order: (one: Row, other: Row) => number = byName,
): Row[] {
  return rows
    .flatMap((row) => {
      const close = typed.trim() === '' ? 2 : closeness(row.name, typed)
      return close === undefined ? [] : [{ row, close }]
    })
    .sort((one, other) => one.close - other.close || order(one.row, other.row))
    .map(({ row }) => row)
}
