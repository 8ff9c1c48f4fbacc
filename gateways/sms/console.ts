import { halfHidden } from '#kernel/flow/reveal.ts'
import type { Purpose, SendCode } from '#kernel/people/sendCode.ts'

/** What would have come to a telephone, as a demo shows it to whoever plays the resident. */
export interface Message {
  to: string
  purpose: Purpose
  code: string
}

const what: Record<Purpose, string> = { signIn: 'one-time code', query: 'query code', question: 'link to answer' }

/**
 * Sends codes where there is no telephone company yet: in a demo a one-time code goes back to whoever asked, to be shown on the
 * page, and all else to `show`, for the residents' front page; never to the worker who made it go out. Elsewhere it goes to
 * whoever runs the server, by `print`, who says where that may be read. Codes leave no other trace.
 */
export const codeSender =
  (demo: boolean, show: (message: Message) => void, print: (line: string) => void = () => {}): SendCode =>
  async (_district, phone, code, purpose) => {
    const to = halfHidden(phone)
    if (demo && purpose === 'signIn') return { shown: code }
    // A link is sent with the address at which people reach this house.
    if (demo) show({ to, purpose, code })
    else print(`${what[purpose]} for ${to}: ${purpose === 'question' ? (process.env.LINLI_ADDRESS ?? '') : ''}${code}`)
    return {}
  }
