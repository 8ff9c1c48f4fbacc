import type { Writable } from 'node:stream'

/**
 * Lets a stream send what is written to it within one turn of the event loop together: to send costs a process more than to write what is sent. The
 * function that it gives is called before each write.
 */
export function gathering(stream: Writable): () => void {
  let gathers = false
  const send = () => {
    gathers = false
    stream.uncork()
  }
  return () => {
    if (gathers) return
    gathers = true
    stream.cork()
    process.nextTick(send)
  }
}
