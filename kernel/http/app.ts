import type { Socket } from 'node:net'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyError } from 'fastify'
import { type Refusal, refusal, thrown } from '../flow/refusal.ts'
import { type Flaw, fieldsOf } from './badInput.ts'
import { isProblem, problem } from './problem.ts'
import { takeUploads } from './uploads.ts'
import { validatorCompiler } from './validator.ts'

export const version = '0.1.0'

/** What a browser says of what it fetches for a page, and makes neither a page nor a worker of. */
const parts: ReadonlySet<string> = new Set(['script', 'style', 'image', 'font'])

/** The largest JSON body. Photos and sheets come another way. */
const bodyLimit = 256 * 1024

interface Settings {
  log?: boolean
  /** Told of every error of ours. */
  fault?: (error: unknown) => void
  /** The addresses of proxies in front, such as `127.0.0.1,10.0.0.0/8`: only they are believed when they say who asks, and how. */
  proxies?: string
  /** The one other host whose pictures pages may show, such as `https://tiles.example`. */
  pictures?: string
}

/** The web server, to which kernel and capabilities add their routes. It describes itself at `/openapi.json`. */
export async function openApp({ log = false, fault = () => {}, proxies, pictures }: Settings = {}) {
  const app = Fastify({
    logger: log
      ? { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'], serializers: { err: asLogged } }
      : false,
    bodyLimit,
    // A place is asked for by its address too, of which each sign is nine letters of a URL.
    routerOptions: { maxParamLength: 1800 },
    requestTimeout: 60_000,
    return503OnClosing: false,
    trustProxy: proxies ?? false,
    clientErrorHandler: (error, socket) => answerUnread(error, socket),
    // An address that no route could be looked for with.
    frameworkErrors: (error, _, { raw }) => {
      const document = problem(...asRefusal(error))
      raw.writeHead(document.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(document))
    },
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(validatorCompiler)
  // A phone on a bad network waits for bytes: what is text goes packed, from the size of one packet on.
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1400 })
  await app.register(cookie)
  await takeUploads(app)
  await app.register(swagger, {
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

  // A problem that a route returns has the status that it says.
  app.addHook('preSerialization', async (_, reply, payload) => {
    if (isProblem(payload)) reply.code(payload.status).type('application/problem+json')
    return payload
  })
  app.addHook('onSend', async (request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    // What a page takes in goes by the page's own policy; each of its dozen files would be half a kilobyte larger.
    if (parts.has(String(request.headers['sec-fetch-dest']))) return
    reply.headers({
      'x-frame-options': 'DENY',
      'content-security-policy': `default-src 'self'; img-src 'self' data: blob:${pictures ? ` ${pictures}` : ''}; style-src 'self'; script-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    })
  })
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const document = problem(...asRefusal(error))
    if (document.status >= 500) {
      request.log.error(error)
      fault(error)
    }
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

/** An error as the log keeps it: where it happened, and never the values of a statement, which may be somebody's words. */
const asLogged = ({ name, message, stack, code }: FastifyError) => ({ type: name, message, stack: stack ?? '', code })

/** PostgreSQL's codes for values that it cannot take: not in the character set, untranslatable, no JSON, out of range. */
const unreadable: ReadonlySet<string> = new Set(['22021', '22P05', '22P02', '22007', '22008'])

/** What is said where the database cannot be reached: by it, as it starts, stops, is full or only follows another, and by the way there. */
const isAway = ({ code = '', message }: FastifyError) =>
  /^(57P0[1-5]|53\d{3}|08\d{3}|25006)$/.test(code) ||
  /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)/.test(code) ||
  /^Connection terminated|^timeout exceeded when trying to connect$|is not queryable$/.test(message)

function asRefusal(error: FastifyError & { refused?: Refusal }): Parameters<typeof problem> {
  if (error.refused) return [error.refused]
  if (error.validation) {
    const flaws: Flaw[] = Array.isArray(error.validation) ? error.validation : []
    const fields = fieldsOf(flaws)
    const list = (language: 'zh' | 'en') =>
      fields.map(({ field, because }) => `${field}${language === 'zh' ? '：' : ' '}${because[language]}`).join('；')
    return [refusal('badInput', `请检查填写内容：${list('zh')}`, `please check: ${list('en')}`), fields]
  }
  // The database takes no text with a null character or half a sign in it, and no day before its calendar begins.
  if (unreadable.has(error.code))
    return [
      refusal(
        'badInput',
        '内容含有无法保存的字符或日期，请修改后再试',
        'there is a character or a date in it that cannot be kept: change it and try again',
      ),
    ]
  if (isAway(error))
    return [
      refusal(
        'away',
        '系统暂时无法服务，您的内容没有丢，请稍后再试',
        'away for a moment; nothing was lost: please try again in a little while',
      ),
    ]
  const status = error.statusCode ?? 500
  if (status === 413)
    return [refusal('tooLarge', '内容过大，请缩短文字或分开上传照片', 'too large: shorten the text, or upload photos apart')]
  if (status === 415) return [refusal('wrongType', '请以 JSON 格式提交', 'send it as JSON')]
  if (status >= 400 && status < 500)
    return [refusal('badInput', '请求格式有误，无法读取', 'the request could not be read: it is not well-formed')]
  return [
    refusal(
      'ours',
      '系统出错，已保留您的内容，请稍后再试',
      'something broke on our side; nothing was lost: please try again later',
    ),
  ]
}
