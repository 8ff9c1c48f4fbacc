import { type TOptional, type TString, Type } from 'typebox'

/** What of a list's address asks by the columns of a register. */
export const filtersOf = ({ filters = [] }: { filters?: readonly string[] | undefined }): Record<string, TOptional<TString>> =>
  Object.fromEntries(filters.map((name) => [name, Type.Optional(Type.String({ minLength: 1, maxLength: 60 }))]))

/** What an address asks of the columns of a register. */
export const columnsIn = (
  { filters = [] }: { filters?: readonly string[] | undefined },
  query: Readonly<Record<string, unknown>>,
): Record<string, string> =>
  Object.fromEntries(
    filters.flatMap((name) => {
      const value = query[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
