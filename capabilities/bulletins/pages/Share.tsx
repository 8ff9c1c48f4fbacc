import { useState } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import type { SeenBulletin } from '../contract/item.ts'
import { pictureOf } from './picture.ts'
import { linkOf, textOf } from './said.ts'

/** Sending a bulletin on: its text for a chat group, a picture to paste or save, and a sheet for the door. */
export function Share({ bulletin }: { bulletin: SeenBulletin }) {
  const say = useSay()
  const [copied, setCopied] = useState<'yes' | 'byHand'>()
  const [picture, setPicture] = useState<string>()
  const there = { link: linkOf(bulletin.id), now: Date.now() }
  const text = textOf(bulletin, say, there)
  const copy = async () => {
    // Without https there is no clipboard: then the text stands there to be copied by hand.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied(done ? 'yes' : 'byHand')
  }
  const name = `${bulletin.kind}-${bulletin.from.slice(0, 10)}.png`
  return (
    <div className="stack close">
      <div className="line">
        <button type="button" className="button" onClick={copy}>
          {say(copied === 'yes' ? w('✓ 已复制，去群里粘贴', '✓ Copied: paste it') : w('复制文字发群', 'Copy as text'))}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => setPicture(pictureOf(bulletin, say, there)?.toDataURL('image/png'))}
        >
          {say(w('生成图片', 'Make a picture'))}
        </button>
        <Link className="button" href={`/b/${bulletin.id}/door`}>
          {say(w('打印张贴', 'Print for the door'))}
        </Link>
      </div>
      {copied === 'byHand' && (
        <label className="field">
          {say(w('这个浏览器不能自动复制，请长按全选：', 'This browser cannot copy by itself: select all of it'))}
          <textarea className="input" readOnly rows={9} value={text} onFocus={(event) => event.target.select()} />
        </label>
      )}
      {picture !== undefined && (
        <figure className="stack close bulletin-picture">
          <img src={picture} alt={text} />
          <figcaption className="line">
            <a className="button main" href={picture} download={name}>
              {say(w('保存图片', 'Save the picture'))}
            </a>
            <span className="soft">
              {say(w('手机上也可长按图片保存、转发', 'On a phone, hold the picture to save or send it'))}
            </span>
          </figcaption>
        </figure>
      )}
    </div>
  )
}
