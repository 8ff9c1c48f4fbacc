import { onArrival } from '#web/shared/offline/sender.ts'
import type { CommandReply } from '../view.ts'
import { rememberSent, type Sent, sentOf } from './sent.ts'

const isReply = (value: unknown): value is CommandReply => typeof value === 'object' && value !== null && 'done' in value

/** Calls for each report that was written without a network once it has arrived, until the function that it gives is called. */
export const onArrivedReport = (hear: (sent: Sent) => void) =>
  onArrival(({ path, post }, value) => {
    if (path === '/api/cases' && post === undefined && isReply(value)) hear(sentOf(value))
  })

/** Remembers such reports on this phone, as those that are sent at once are. */
export const rememberArrivals = () => onArrivedReport(rememberSent)
