/** What the table is asked for: all of it stands in the address, as the interface is asked. */
export const names = ['q', 'state', 'kind', 'community', 'street', 'helper', 'open', 'done', 'late'] as const
export type Name = (typeof names)[number]
export type Chosen = Partial<Record<Name, string>>

/** The conditions in an address. */
export const chosenIn = (search: URLSearchParams): Chosen =>
  Object.fromEntries(
    names.flatMap((name): [Name, string][] => {
      const value = search.get(name)
      return value ? [[name, value]] : []
    }),
  )

/** Which part of all errands is shown: what is under way, late, done, or all. */
export const partOf = ({ open, done, late }: Chosen): string => (late ? 'late' : done ? 'done' : open === 'true' ? 'open' : '')

/** The same conditions with another part. */
export const withPart = ({ open: _open, done: _done, late: _late, ...rest }: Chosen, part: string): Chosen =>
  part === '' ? rest : { ...rest, [part]: 'true' }
