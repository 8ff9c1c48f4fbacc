import { type PointerEvent, useRef, useState } from 'react'
import { useSay, type Words, w } from '#web/shared/language.ts'
import './signature.css'

interface Signing {
  label: Words
  /** Told of the picture once it is done. */
  done: (picture: Blob) => void
  busy: boolean
}

/** A field that somebody signs in with a finger, a pen or a mouse; on white, so that the signature reads on every screen. */
export function Signature({ label, done, busy }: Signing) {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [signed, setSigned] = useState(false)

  const pen = () => canvas.current?.getContext('2d')
  const place = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return [((clientX - left) / width) * currentTarget.width, ((clientY - top) / height) * currentTarget.height] as const
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = pen()
    if (!context) return
    event.currentTarget.setPointerCapture(event.pointerId)
    if (!signed) whiten(context)
    Object.assign(context, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#000' })
    context.beginPath()
    context.moveTo(...place(event))
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const context = pen()
    context?.lineTo(...place(event))
    context?.stroke()
    setSigned(true)
  }
  const clear = () => {
    const context = pen()
    if (context) whiten(context)
    setSigned(false)
  }
  const take = () => canvas.current?.toBlob((picture) => picture && done(picture), 'image/png')

  return (
    <div className="stack close">
      <p>{say(w('请在白框里签名', 'Please sign in the white field'))}</p>
      <canvas
        ref={canvas}
        className="signature"
        width={900}
        height={360}
        role="img"
        aria-label={say(label)}
        onPointerDown={begin}
        onPointerMove={draw}
      />
      <div className="line">
        <button type="button" className="button main" disabled={!signed || busy} onClick={take}>
          {say(signed ? w('签好了', 'It is signed') : w('先签名', 'Sign first'))}
        </button>
        {signed && (
          <button type="button" className="button" disabled={busy} onClick={clear}>
            {say(w('重签', 'Sign again'))}
          </button>
        )}
      </div>
    </div>
  )
}

function whiten(context: CanvasRenderingContext2D): void {
  context.fillStyle = '#fff'
  context.fillRect(0, 0, context.canvas.width, context.canvas.height)
}
