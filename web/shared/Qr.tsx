import { create } from 'qrcode'

/** The dark squares of a code, and how many it is wide, its margin of four counted (ISO/IEC 18004); level M. */
export function squaresOf(text: string): { size: number; squares: readonly { x: number; y: number }[] } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares: { x: number; y: number }[] = []
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) squares.push({ x: x + 4, y: y + 4 })
  return { size: modules.size + 8, squares }
}

/** A code as a drawing. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, squares } = squaresOf(text)
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('')} fill="#000" />
    </svg>
  )
}
