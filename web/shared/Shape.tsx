/** How something stands. One colour and one shape for each, everywhere: on chips, maps, charts, calendars. */
export type Look = 'waiting' | 'inhand' | 'soon' | 'over' | 'done' | 'stopped'

/** The shape of a look: ○ waiting, ◐ in hand, ◔ about to run over, ● over, ✓ done, ‖ stopped. Drawn, since fonts differ. */
export function Shape({ look }: { look: Look }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
      {look === 'done' ? (
        <path d="M2 8.5 6.5 13 14 3.5" strokeWidth="2.5" />
      ) : look === 'stopped' ? (
        <path d="M5 2v12M11 2v12" strokeWidth="3" />
      ) : (
        <>
          <circle cx="8" cy="8" r="6.5" {...(look === 'over' && { fill: 'currentColor' })} />
          {look === 'inhand' && <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" stroke="none" />}
          {look === 'soon' && <path d="M8 8V1.5A6.5 6.5 0 0 1 14.5 8z" fill="currentColor" stroke="none" />}
        </>
      )}
    </svg>
  )
}
