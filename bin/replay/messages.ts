import { readFile } from 'node:fs/promises'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

/** A line of a replay file: what a resident wrote and when, what was replied and when (`docs/replay.md`). */
export const Message = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 60 }),
  at: Type.String({ format: 'date-time' }),
  title: Type.Optional(Type.String()),
  body: Type.String({ minLength: 1 }),
  reply: Type.String({ minLength: 1 }),
  repliedAt: Type.String({ format: 'date-time' }),
})
export type Message = Static<typeof Message>
const message = Compile(Message)

/** The messages of a file in the order of their arrival, and the lines that are none, with the reason. */
export async function readMessages(file: string): Promise<{ messages: Message[]; bad: { line: number; why: string }[] }> {
  const messages: Message[] = []
  const bad: { line: number; why: string }[] = []
  const seen = new Set<string>()
  for (const [index, text] of (await readFile(file, 'utf8')).split('\n').entries()) {
    if (!text.trim()) continue
    const found = read(text)
    const why = typeof found === 'string' ? found : seen.has(found.id) ? `the id ${found.id} came before` : undefined
    if (typeof found === 'string' || why !== undefined) {
      bad.push({ line: index + 1, why: why ?? '' })
      continue
    }
    seen.add(found.id)
    messages.push(found)
  }
  return { messages: messages.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)), bad }
}

function read(text: string): Message | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'it is no JSON'
  }
  if (!message.Check(value))
    return message
      .Errors(value)
      .map(({ instancePath, message: why }) => `${instancePath || 'it'} ${why}`)
      .join('; ')
  if (Date.parse(value.repliedAt) < Date.parse(value.at)) return 'it was replied to before it came'
  return value
}
