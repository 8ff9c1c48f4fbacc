import type { Socket } from 'node:net'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyError, LogController } from 'fastify'
import { refusal, thrown } from '../flow/refusal.ts'
import { type Log, loggerOf } from '../log/log.ts'
import { signals } from '../signals.ts'
import { addressesIn } from './addresses.ts'
import { asRefusal } from './asRefusal.ts'
import { isProblem, problem, underNumber } from './problem.ts'
import { requestIdOf } from './requestId.ts'
import { followRequests } from './requests.ts'
import { buildSerializer } from './serializer.ts'
import { takeUploads, withUploads } from './uploads.ts'
import { validatorCompiler } from './validator.ts'

export const version = '0.1.0'

/** What a browser says of what it fetches for a page, and makes neither a page nor a worker of. */
const parts: ReadonlySet<string> = new Set(['script', 'style', 'image', 'font'])

/** The largest JSON body. Photos and sheets come another way. */
const bodyLimit = 256 * 1024

/** What goes with every reply. */
const toAll = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }

/** What goes with all that a browser could make a page of; `pictures` is the one other host that it may show pictures of. */
const toPages = (pictures?: string) => ({
  'x-frame-options': 'DENY',
  'content-security-policy': `default-src 'self'; img-src 'self' data: blob:${pictures ? ` ${pictures}` : ''}; style-src 'self'; script-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
})

/** What goes with all that is said to one person. */
const unkept = { 'cache-control': 'no-store' }

interface Settings {
  log?: Log | undefined
  /** Told of every error of ours. */
  fault?: (error: unknown) => void
  /** The addresses of proxies in front, such as `127.0.0.1,10.0.0.0/8`: only they are believed when they say who asks, and how. */
  proxies?: string
  /** The networks of the office, such as `10.2.0.0/16`; without them everybody comes from there. */
  office?: string
  /** The one other host whose pictures pages may show, such as `https://tiles.example`. */
  pictures?: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether it comes from the networks of the office; where none are named, everything does. */
    readonly fromOffice: boolean
  }
}

/** The web server, to which kernel and capabilities add their routes. It describes itself at `/openapi.json`. */
export async function openApp({ log, fault = () => {}, proxies, office, pictures }: Settings = {}) {
  const app = Fastify({
    logger: log ? loggerOf(log) : false,
    // What it would say of a request by itself has addresses and ids in it.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    genReqId: requestIdOf,
    bodyLimit,
    // A place is asked for by its address too, of which each sign is nine letters of a URL.
    routerOptions: { maxParamLength: 1800 },
    requestTimeout: 60_000,
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildSerializer } },
    trustProxy: proxies ?? false,
    clientErrorHandler: (error, socket) => answerUnread(error, socket),
    // An address that no route could be looked for with.
    frameworkErrors: (error, _, { raw }) => {
      const document = problem(...asRefusal(error))
      const type = { 'content-type': 'application/problem+json' }
      raw.writeHead(document.status, { ...type, ...toAll, ...toPages(pictures), ...unkept }).end(JSON.stringify(document))
    },
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(validatorCompiler)
  // What a form of another site can send as plain text is nothing of ours.
  app.removeContentTypeParser('text/plain')
  const isOffice = office === undefined ? () => true : addressesIn(office)
  app.decorateRequest('fromOffice', {
    getter() {
      return isOffice(this.ip)
    },
  })
  followRequests(app, log?.addresses ?? false)
  // A phone on a bad network waits for bytes: what is text goes packed, from the size of one packet on.
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1400 })
  await app.register(cookie)
  await takeUploads(app)
  await app.register(swagger, {
    transform: withUploads,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Linli 邻里',
        version,
        description:
          'Neighbourhood governance and service. Everything a page can do, this interface can do, with the same checks.',
      },
    },
  })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())

  // A page of another site must not send commands with our cookie: browsers say where such a request comes from.
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers
    if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return
    if (!URL.canParse(origin) || new URL(origin).host !== host)
      throw thrown(refusal('notYou', '请在本站页面上操作', 'this was sent by a page of another site'))
  })

  // No text of the database has this sign in it. It is refused before anything is read: a sheet of which a part has left can no longer be.
  app.addHook('onRequest', async ({ url }) => {
    if (url.includes('%00'))
      throw thrown(refusal('badInput', '网址里有不能用的字符', 'the address has a sign in it that no text may have'))
  })

  // A problem that a route returns has the status that it says.
  app.addHook('preSerialization', async (_, reply, payload) => {
    if (isProblem(payload)) reply.code(payload.status).type('application/problem+json')
    return payload
  })
  app.addHook('onSend', async (request, reply) => {
    reply.headers(toAll)
    // What is said to one person is kept by no browser and no proxy, unless a route knows better.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.headers(unkept)
    // What a page takes in goes by the page's own policy; each of its dozen files would be half a kilobyte larger.
    if (parts.has(String(request.headers['sec-fetch-dest']))) return
    reply.headers(toPages(pictures))
  })
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const told = problem(...asRefusal(error))
    const ours = told.status >= 500
    if (ours) {
      request.log.error({ err: error }, 'a fault of ours')
      signals.fault.tell({ where: 'request' })
      fault(error)
    }
    const document = ours ? underNumber(told, request.id) : told
    return reply.code(document.status).type('application/problem+json').send(document)
  })
  app.setNotFoundHandler(async (request, reply) => {
    const document = problem(
      refusal(
        'notFound',
        `没有 ${request.method} ${request.url.slice(0, 200)}`,
        `there is no ${request.method} ${request.url.slice(0, 200)}`,
      ),
    )
    return reply.code(404).type('application/problem+json').send(document)
  })
  return app
}

/** Answers what could not even be read as a request: headers without end, or no HTTP at all. */
function answerUnread({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [line, refused] =
    code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', refusal('tooLarge', '请求头过大', 'the headers are too large')]
      : ['400 Bad Request', refusal('badInput', '请求格式有误，无法读取', 'the request could not be read: it is not well-formed')]
  const body = JSON.stringify({ ...problem(refused), status: Number(line.slice(0, 3)) })
  socket.end(
    `HTTP/1.1 ${line}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

export type App = Awaited<ReturnType<typeof openApp>>
