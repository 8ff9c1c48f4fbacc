/** How others are told of a command: `cases.accept`. */
export const eventOf = ({ path }: { path: string }, command: string): string => `${path}.${command}`

/** Everything that can happen in a flow, as others are told of it. */
export const eventsOf = (flow: { path: string; commands: object }): string[] =>
  Object.keys(flow.commands).map((command) => eventOf(flow, command))
