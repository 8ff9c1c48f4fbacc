import type { FastifyRequest } from 'fastify'
import { isRefusal, type Refusal, refusal } from '../../flow/refusal.ts'
import { fileIn } from '../../http/uploads.ts'
import { readApart } from './reading/apart.ts'
import { type Grid, most } from './reading/grid.ts'
import { sheetName } from './xlsx/xlsx.ts'

const noSheet = refusal('wrongType', '请选择一个表格文件', 'choose a sheet (multipart, field "file")')
const tooLarge = refusal('tooLarge', '表格文件最大 4 MB，请分成几份', 'a sheet has at most 4 MB: split it')

/** The sheet that was sent: its bytes, and what stands in its cells, of several tables in that of this name; or why it is none. */
export async function sheetIn(request: FastifyRequest, label: string): Promise<{ bytes: Buffer; grid: Grid } | Refusal> {
  const bytes = await fileIn(request, { largest: most.sent, missing: noSheet, tooLarge })
  if (isRefusal(bytes)) return bytes
  const grid = await readApart(bytes, sheetName(label))
  return isRefusal(grid) ? grid : { bytes, grid }
}
