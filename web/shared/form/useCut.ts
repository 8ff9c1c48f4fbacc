import { type ClipboardEvent, type FormEvent, useState } from 'react'
import { type Words, w } from '../language.ts'

/** What a field of so many signs says once it is full: how much of what was pasted is left out, of which the browser says nothing. */
export function useCut(value: string, most: number | undefined) {
  const [cut, setCut] = useState(0)
  const pasted = ({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) => {
    if (most === undefined) return
    const { selectionStart, selectionEnd, value: before } = currentTarget
    const more = clipboardData.getData('text').replace(/\r\n?/g, '\n').length
    setCut(Math.max(0, before.length - (selectionEnd - selectionStart) + more - most))
  }
  const typed = ({ nativeEvent }: FormEvent) => {
    if (!('inputType' in nativeEvent) || nativeEvent.inputType !== 'insertFromPaste') setCut(0)
  }
  const told: Words | undefined =
    most === undefined || value.length < most
      ? undefined
      : cut > 0
        ? w(
            `最多 ${most} 字，后面 ${cut} 字没有贴进来。`,
            `${most} signs at most: the last ${cut} of what you pasted are left out.`,
          )
        : w(`最多 ${most} 字，已经写满。`, `${most} signs at most: it is full.`)
  return { told, pasted, typed }
}
