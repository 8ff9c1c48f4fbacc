type Present<Row> = { [Key in keyof Row]?: NonNullable<Row[Key]> }

/** A row without the columns that are null. */
export function withoutNulls<Row extends object>(row: Row): Present<Row> {
  const present: Present<Row> = {}
  for (const key of keysOf(row)) {
    const value = row[key]
    if (value !== null && value !== undefined) present[key] = value
  }
  return present
}

function* keysOf<Row extends object>(row: Row): Generator<keyof Row> {
  for (const key in row) yield key
}
