/** The minutes after which a session ends when nobody is there, as an administrator may set them. */
export const idleMinutes = { least: 5, most: 240 } as const

/** So many minutes a district begins with, at the roles that work at a desk. Those who walk about are not asked for a password at each door. */
export const atFirst = {
  minutes: 30,
  roles: [
    'streetDesk',
    'clerk',
    'unitLeader',
    'dispatcher',
    'caller',
    'supervisor',
    'leader',
    'systemAdmin',
    'securityAdmin',
    'auditAdmin',
  ],
} as const

/** What a page says of itself: for how many seconds nobody has touched a key, a pointer or the screen. */
export const untouchedHeader = 'linli-untouched'

/** The same as a number; nothing where a request says nothing of it: then it does not come from somebody's hands. */
export function untouchedOf({ headers }: { headers: Readonly<Record<string, unknown>> }): number | undefined {
  const said = headers[untouchedHeader]
  return typeof said === 'string' && /^\d{1,6}$/.test(said) ? Number(said) : undefined
}

/** What is newer than this by so much is written down. */
const seconds = 30

/**
 * Whether nobody has been at a session for so long that it is over; else when somebody last was, if that is to be written down. What was
 * kept before decides: whoever comes back too late does not revive it. OWASP ASVS 5, 7.3.1; GB/T 22239-2019, 8.1.4.1 b.
 */
export function attended(
  seen: Temporal.Instant,
  { minutes, now, untouched }: { minutes: number; now: Temporal.Instant; untouched: number | undefined },
): 'over' | Temporal.Instant | undefined {
  if (Temporal.Instant.compare(seen.add({ minutes }), now) <= 0) return 'over'
  if (untouched === undefined) return undefined
  const touched = now.subtract({ seconds: untouched })
  return Temporal.Instant.compare(seen.add({ seconds }), touched) <= 0 ? touched : undefined
}
