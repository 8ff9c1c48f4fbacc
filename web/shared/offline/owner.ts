/** What tells whose something is, of what `/api/session` says. */
interface Whoever {
  signedIn: boolean
  district: string
  account?: string
  post?: string
}

let current: string | undefined
let atPost: string | undefined

/** Whose what is kept here now is: an account at a post, or this phone where nobody is signed in. */
export const ownerOf = ({ signedIn, district, account, post }: Whoever): string =>
  signedIn ? `${district}/${account ?? ''}/${post ?? ''}` : `${district}/phone`

export function setOwner(session: Whoever): void {
  current = ownerOf(session)
  atPost = session.post
}

/** The owner, once the session is known. */
export const owner = (): string | undefined => current
export const ownersPost = (): string | undefined => atPost

/**
 * Whether copies are kept here: for staff on a phone, who work without a network. A desk's computer may be anybody's, and a resident's
 * reports stay on the server.
 */
export const keepsCopies = (): boolean => atPost !== undefined && matchMedia('(max-width: 60rem)').matches
