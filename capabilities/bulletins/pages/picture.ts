import { type Say, w } from '#web/shared/language.ts'
import { squaresOf } from '#web/shared/Qr.tsx'
import { kinds } from '../contract/kinds.ts'
import { placesSaid, type Readable, whenDated } from './said.ts'

// As wide as phones show a picture in a chat, twice over; letters that are read without opening it.
const [width, margin, code] = [1080, 72, 300]
const font = (size: number, weight = 400) =>
  `${weight} ${size}px system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`

interface Block {
  text: string
  size: number
  weight?: number
  colour?: string
  after?: number
}

/** Breaks a text into lines of a width: Chinese anywhere, other words between them. */
export function broken(text: string, wide: (line: string) => number, most: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const piece of paragraph.match(/[!-~]+\s*|\s+|[^\s!-~]/gu) ?? []) {
      for (const part of wide(piece) > most ? [...piece] : [piece]) {
        if (line !== '' && wide(line + part) > most) {
          lines.push(line)
          line = ''
        }
        line += part
      }
    }
    lines.push(line)
  }
  return lines
}

/** Draws a bulletin as a picture to paste or save: large letters, and the code of its page. Gives nothing where a browser cannot draw. */
export function pictureOf(
  bulletin: Readable,
  say: Say,
  { link, now }: { link: string; now: number },
): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const { kind, what, advice, call, signedBy, state } = bulletin
  const title = say(kinds[kind])
  const blocks: Block[] = [
    { text: placesSaid(bulletin, say), size: 52, weight: 600 },
    { text: say(whenDated(bulletin, now)), size: 60, weight: 700, colour: '#9c2a12', after: 48 },
    { text: what, size: 48 },
    ...(advice === undefined ? [] : [{ text: say(w(`提醒：${advice}`, `Please note: ${advice}`)), size: 48 }]),
    ...(call === undefined ? [] : [{ text: say(w(`联系：${call}`, `Call: ${call}`)), size: 48, weight: 600 }]),
  ]
  const laid = blocks.map((block) => {
    pen.font = font(block.size, block.weight)
    return { ...block, lines: broken(block.text, (line) => pen.measureText(line).width, width - 2 * margin) }
  })
  const head = 208
  const heightOf = ({ lines, size, after = 32 }: Block & { lines: string[] }) => lines.length * size * 1.4 + after
  const body = laid.reduce((sum, block) => sum + heightOf(block), head + margin)
  // To set the size wipes the sheet: it is done once all is measured.
  canvas.width = width
  canvas.height = Math.ceil(body + code + margin)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, canvas.height)
  pen.fillStyle = state === 'takenBack' ? '#625b54' : '#0b6a68'
  pen.fillRect(0, 0, width, head)
  pen.textBaseline = 'middle'
  pen.fillStyle = '#ffffff'
  pen.font = font(96, 700)
  pen.fillText(
    state === 'takenBack' ? say(w(`已撤回：${title}`, `Taken back: ${title}`)) : title,
    margin,
    head / 2,
    width - 2 * margin,
  )
  let y = head + margin
  for (const block of laid) {
    pen.font = font(block.size, block.weight)
    pen.fillStyle = block.colour ?? '#1c1917'
    block.lines.forEach((line, at) => {
      pen.fillText(line, margin, y + (at + 0.5) * block.size * 1.4)
    })
    y += heightOf(block)
  }
  drawCode(pen, link, { x: width - margin - code, y })
  pen.fillStyle = '#1c1917'
  pen.font = font(48, 600)
  const wide = width - 3 * margin - code
  broken(`—— ${signedBy}`, (line) => pen.measureText(line).width, wide).forEach((line, at) => {
    pen.fillText(line, margin, y + 60 + at * 64, wide)
  })
  pen.font = font(36)
  pen.fillStyle = '#57504a'
  pen.fillText(say(w('扫码看最新', 'Scan for the latest')), margin, y + code - 40, wide)
  return canvas
}

function drawCode(pen: CanvasRenderingContext2D, text: string, { x, y }: { x: number; y: number }) {
  const { size, squares } = squaresOf(text)
  // Whole points a square: a code with blurred edges is read badly.
  const each = Math.floor(code / size)
  pen.fillStyle = '#000000'
  for (const square of squares) pen.fillRect(x + square.x * each, y + square.y * each, each, each)
}
