import { type Static, Type } from 'typebox'
import { Words } from '../words.ts'
import { Figure } from './figure.ts'
import { lineKinds } from './monthly.ts'

/** What a metric is. */
export const Described = Type.Object({
  name: Type.String(),
  label: Words,
  unit: Words,
  kind: Type.Enum(['count', 'ratio', 'duration']),
  present: Type.Boolean(),
  definition: Type.Object({ formula: Words, window: Words, denominator: Words }),
  besides: Type.Record(Type.String(), Words),
})
export type Described = Static<typeof Described>

/** What a figure comes to, with what it is, and group by group where that was asked for. */
export const ToldFigure = Type.Object({
  ...Described.properties,
  ...Figure.properties,
  asOf: Type.String({ format: 'date-time' }),
  from: Type.Optional(Type.String({ format: 'date-time' })),
  to: Type.Optional(Type.String({ format: 'date-time' })),
  by: Type.Optional(Type.String()),
  groups: Type.Array(Type.Object({ group: Type.String(), ...Figure.properties })),
})
export type ToldFigure = Static<typeof ToldFigure>

/** The report of a month. */
export const MonthlyReport = Type.Object({
  month: Type.String(),
  by: Type.Enum([...lineKinds]),
  asOf: Type.String({ format: 'date-time' }),
  /** Whether the month is over: the figures of one that runs are not its last. */
  over: Type.Boolean(),
  metrics: Type.Array(Described),
  whole: Type.Array(Figure),
  lines: Type.Array(Type.Object({ code: Type.String(), name: Words, figures: Type.Array(Figure) })),
})
export type MonthlyReport = Static<typeof MonthlyReport>
