import { readFileSync } from 'node:fs'

// Loaded before a server (`node --import`): its clock is wrong by as many hours as a file says, from one moment to the next.
const file = process.env.CHAOS_CLOCK ?? ''
let offset = 0
const read = () => {
  offset = Number(readFileSync(file, 'utf8')) * 3_600_000
}
read()
setInterval(read, 50).unref()

const trueNow = Date.now
Date.now = () => trueNow() + offset
const { instant } = Temporal.Now
Temporal.Now.instant = () => instant.call(Temporal.Now).add({ milliseconds: offset })
