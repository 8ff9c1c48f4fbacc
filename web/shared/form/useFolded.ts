import { type FocusEvent, type KeyboardEvent, useState } from 'react'

/** How a field's list stands: whether it folds, and whether it is open now. */
export interface Folding {
  folds: boolean
  open: boolean
}

/**
 * Of a field with a list to choose from: how the list stands, and what the box listens to. One that folds is open, over what follows,
 * while somebody is in the field; Escape closes it until something is typed. A list that does not fold stands open.
 */
export function useFolded(folds: boolean) {
  const [inside, setInside] = useState(false)
  const box = {
    className: 'field folds',
    onFocus: () => setInside(true),
    onInput: () => setInside(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) setInside(false)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !inside) return
      event.stopPropagation()
      setInside(false)
    },
  }
  const list: Folding = { folds, open: !folds || inside }
  return { list, box: folds ? box : { className: 'field' }, close: () => setInside(false) }
}
