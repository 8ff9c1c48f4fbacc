import type { Server } from 'node:http'
import type { FastifyServerOptions } from 'fastify'
import { asLogged } from './fault.ts'
import { readable } from './readable.ts'

const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
type Level = (typeof levels)[number]

/** How much is logged, and where to. */
export interface Log {
  level: Level
  /** Takes each line; standard output if there is none. */
  stream?: { write: (line: string) => void }
  /** Whether it also says from which address a request came. */
  addresses?: boolean
}

/**
 * Reads the setting `LINLI_LOG`. Unset, a person at a terminal hears of what is wrong, in lines to be read; a service manager, which
 * keeps what it is given, gets a line of JSON a request.
 */
export function logIn({ LINLI_LOG: given, LINLI_LOG_ADDRESSES }: NodeJS.ProcessEnv, terminal: boolean): Log {
  const level = levels.find((one) => one === (given || (terminal ? 'warn' : 'info')))
  if (!level) throw new Error(`LINLI_LOG=${given} is unknown: it is one of ${levels.join(', ')}`)
  return {
    level,
    ...(terminal && { stream: { write: (line) => void process.stdout.write(readable(line)) } }),
    ...(LINLI_LOG_ADDRESSES === '1' && { addresses: true }),
  }
}

/** The same, as the web server's logger (pino) takes it. */
export const loggerOf = ({ level, stream }: Log): NonNullable<FastifyServerOptions<Server>['logger']> => ({
  level,
  ...(stream && { stream }),
  base: { pid: process.pid },
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
  serializers: {
    ...{ err: asLogged, req: ({ method }) => ({ method }), res: ({ statusCode }) => ({ statusCode }) },
    // What reads uploads tells its options, all headers of the request among them: the cookie of whoever sends a photo.
    busboyOptions: ({ limits }) => ({ limits }),
  },
})
