import type { AnyItem } from './command.ts'
import type { Flow } from './define.ts'

/** What of a flow its documents are drawn from. */
type Drawn<Item extends AnyItem, Facts> = Pick<Flow<Item, Facts>, 'label' | 'states' | 'commands' | 'path'>

/** The flow as a Mermaid state diagram, drawn from its declaration. Commands that keep the state are not in it: the table has them. */
export function diagramOf<Item extends AnyItem, Facts>({ states, commands }: Drawn<Item, Facts>): string {
  const arrows = new Map<string, string[]>()
  for (const [name, { zh, from, to }] of Object.entries(commands))
    for (const start of from)
      for (const end of to) {
        if (end === 'unchanged' || start === end) continue
        const arrow = `${start === 'new' ? '[*]' : start} --> ${end}`
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), `${zh} ${name}`])
      }
  const lines = [
    ...Object.entries(states).map(([state, zh]) => `state "${zh} ${state}" as ${state}`),
    ...[...arrows].map(([arrow, names]) => `${arrow}: ${names.join(', ')}`),
  ]
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`)].join('\n')
}

/** The page about a flow in `docs/flows/`: its diagram, its states, and who may send which command from where to where. */
export function flowPage<Item extends AnyItem, Facts>(flow: Drawn<Item, Facts>): string {
  const { label, states, commands, path } = flow
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const list = (names: readonly string[]) => names.join(', ')
  return [
    `# ${label.zh} · ${label.en}`,
    `Drawn from \`capabilities/${path}/flow.ts\` by \`node bin/docs.ts\`; a test compares. A command that says \`unchanged\` keeps the state.`,
    ['```mermaid', diagramOf(flow), '```'].join('\n'),
    '## States',
    [row(['状态', 'state']), row(['---', '---']), ...Object.entries<string>(states).map(([state, zh]) => row([zh, state]))].join(
      '\n',
    ),
    '## Commands',
    [
      row(['命令', 'command', '由谁', 'by', 'from', 'to']),
      row(Array.from({ length: 6 }, () => '---')),
      ...Object.entries(commands).map(([name, { zh, by, from, to }]) =>
        row([zh, `\`${name}\``, by.map((party) => party.zh).join('、'), list(by.map((party) => party.en)), list(from), list(to)]),
      ),
    ].join('\n'),
    '',
  ].join('\n\n')
}
