import type { FlowDescription as Described } from '#kernel/flow/view.ts'
import type { Schema } from './form/schema.ts'

type Command = Described['commands'][string]

/** A flow as it describes itself; of the schemas of its commands the part that forms go by. */
export type FlowDescription = Omit<Described, 'commands'> & {
  commands: Record<string, Omit<Command, 'input'> & { input: Schema }>
}
