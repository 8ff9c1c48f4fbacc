import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import { Type } from 'typebox'
import { type Refusal, refusal } from '../flow/refusal.ts'

/** Lets requests carry one file. How large it may be, each route says (`fileIn`). */
export const takeUploads = (app: Pick<FastifyInstance, 'register'>) =>
  app.register(multipart, { limits: { files: 1, fields: 0 } })

const OneFile = Type.Object({ file: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) })

/** A route as the description of the interface has it: of one that takes a file also in which field, which no check of a body could say. */
export const withUploads = ({ schema, url }: { schema: FastifySchema; url: string }) => ({
  url,
  schema: schema?.consumes?.includes('multipart/form-data') ? { ...schema, body: OneFile } : schema,
})

interface Expected {
  /** In bytes. */
  largest: number
  /** What to say if there is no file. */
  missing: Refusal
  tooLarge: Refusal
}

/** The bytes of the one file in a request. */
export async function fileIn(request: FastifyRequest, { largest, missing, tooLarge }: Expected): Promise<Buffer | Refusal> {
  if (!request.isMultipart()) return missing
  try {
    return (await (await request.file({ limits: { fileSize: largest } }))?.toBuffer()) ?? missing
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge
    // What has a status says what is wrong, such as too many files; the rest is that the parts do not end as they began.
    if (error instanceof Error && 'statusCode' in error) throw error
    return refusal('badInput', '上传不完整，请重新上传', 'the upload could not be read, or broke off: send it again')
  }
}
