import { type Static, Type } from 'typebox'
import { Words } from '../words.ts'
import { Figure } from './figure.ts'
import { lineKinds } from './monthly.ts'

/** What a metric is. */
export const Described = Type.Object({
  name: Type.String(),
  label: Words,
  unit: Words,
  kind: Type.Enum(['count', 'ratio', 'duration', 'highest']),
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

const Rows = Type.Optional(Type.String({ description: 'the address of the list of what it counts' }))
/** A sentence that a leader reads first: what is over now, what waits, what moved, or that there is nothing of the kind. */
export const Highlight = Type.Object({
  kind: Type.Enum(['over', 'waits', 'moved', 'calm']),
  metric: Type.Optional(Type.String()),
  words: Words,
  rows: Rows,
  parts: Type.Array(Type.Object({ words: Words, rows: Rows })),
})
export type Highlight = Static<typeof Highlight>

const Stretch = { from: Type.String({ format: 'date-time' }), to: Type.String({ format: 'date-time' }) }
export const Highlights = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  ...Stretch,
  before: Type.Object(Stretch, { description: 'the window before, as long as what is over of this one' }),
  rows: Type.Array(Highlight),
})
export type Highlights = Static<typeof Highlights>

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

/** The work brief: the figures of each system, with how the brief says them. */
export const Brief = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  chapters: Type.Array(
    Type.Object({
      system: Type.String(),
      label: Words,
      figures: Type.Array(Type.Object({ ...Described.properties, ...Figure.properties, said: Words })),
    }),
  ),
})
export type Brief = Static<typeof Brief>
