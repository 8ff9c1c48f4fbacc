/** An estate as words may mention it, and a building of one. */
interface Named {
  code: string
  name: string
}

/** What estates are called without these at their end: people leave them out. */
const ends = /(?:小区|花园|家园|佳苑|新村|公寓)$/

/** The estates that words mention, by their whole name or by what is left without its last part; the longest mention first, at most so many. */
export function mentionedEstates<Estate extends Named>(words: string, estates: readonly Estate[], most: number): Estate[] {
  const found = estates.flatMap((estate) => {
    const stem = estate.name.replace(ends, '')
    if (words.includes(estate.name)) return [{ estate, length: estate.name.length, whole: true }]
    return stem.length > 1 && words.includes(stem) ? [{ estate, length: stem.length, whole: false }] : []
  })
  return found
    .toSorted((one, other) => Number(other.whole) - Number(one.whole) || other.length - one.length)
    .slice(0, most)
    .map(({ estate }) => estate)
}

/** The building of an estate that words mention by its number: `3号楼`, `3栋`, `3#`. */
export function mentionedBuilding<Building extends Named>(words: string, buildings: readonly Building[]): Building | undefined {
  const [, number] = /(\d{1,3})\s*(?:号楼|栋|幢|#楼?|号院)/.exec(words) ?? []
  return number === undefined ? undefined : buildings.find(({ name }) => /^(\d+)/.exec(name)?.[1] === String(Number(number)))
}
