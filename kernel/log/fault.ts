import { isRefusal } from '../flow/refusal.ts'

/** A fault as it stands in the log. */
interface Logged {
  type: string
  message: string
  stack: string
  [more: string]: unknown
}

/**
 * A fault as the log keeps it: what kind it is and where it happened. Never the values of a statement, nor a message that repeats
 * them: they may be somebody's words. Of what a timer or a row of the outbox was about, only its ids.
 */
export function asLogged(fault: unknown): Logged {
  if (isRefusal(fault)) return { type: 'refusal', message: fault.kind, stack: '' }
  if (fault instanceof Error)
    return {
      type: fault.name,
      ...('code' in fault && { code: fault.code }),
      message: tellsValues(fault) ? 'not kept: it repeats what was sent' : fault.message,
      // Without its first lines, which are the message again.
      stack: fault.stack?.match(/^ {4}at .*/gm)?.join('\n') ?? '',
      ...(fault.cause !== undefined && { cause: asLogged(fault.cause) }),
    }
  if (!isObject(fault)) return { type: typeof fault, message: '', stack: '' }
  const { timer, fault: inner } = fault
  const about = Object.entries(isObject(timer) ? timer : fault).filter(([name]) => ids.has(name))
  return { ...Object.fromEntries(about), ...asLogged(inner) }
}

const ids: ReadonlySet<string> = new Set(['district', 'flow', 'item', 'id', 'key', 'command', 'attempts'])
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** PostgreSQL's class 22 says which value it could not take, and a reader of JSON shows the piece that it stumbled over. */
const tellsValues = (error: Error): boolean =>
  error instanceof SyntaxError || ('code' in error && typeof error.code === 'string' && /^22[0-9A-Z]{3}$/.test(error.code))
