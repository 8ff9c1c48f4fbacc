import type { Connection } from '../database/open.ts'
import { eventsOf } from '../record/event.ts'
import type { AnyItem, Blank } from './command.ts'
import type { Flow } from './define.ts'
import { fieldsOf, type Patch } from './patch.ts'
import { type Refusal, refusal } from './refusal.ts'
import { wasCarriedOut } from './store/keys.ts'

/** Who holds an item and where it stands: changed by somebody else, it makes any queued command doubtful. */
const always = ['state', 'holder']

/**
 * For a command that waited on a phone: why it must not be carried out unasked. It conflicts where somebody else has since
 * changed the state, the holder, or a field that it writes itself, and where the command queued before it did not go through.
 */
export async function conflictOf<Item extends AnyItem, Facts>(
  connection: Connection,
  flow: Flow<Item, Facts>,
  item: Item | Blank,
  patch: Patch,
  { basedOn, after, scope, actor }: { basedOn?: number; after?: string; scope: string; actor: { id: string } },
): Promise<Refusal | undefined> {
  if (after !== undefined && !(await wasCarriedOut(connection, item.district, scope, after)))
    return refusal(
      'conflict',
      '同一事项的上一步还没有完成，请先处理那一步',
      'the step queued before this one did not go through: settle that first',
    )
  if (basedOn === undefined || basedOn >= item.version) return
  const mine = new Set([...always, ...fieldsOf(patch)])
  const since = await eventsOf(connection, item.district, item.id, basedOn)
  const clash = since.find((event) => event.by.id !== actor.id && fieldsOf(event.patch).some((field) => mine.has(field)))
  if (!clash) return
  const label = flow.commands[clash.command]?.zh ?? clash.command
  return refusal(
    'conflict',
    `您离线期间，${clash.by.name}已${label}，请看过最新情况再决定`,
    `while you were away ${clash.by.name} did: ${clash.command}. Look at it as it is now, then decide`,
  )
}
