/** Something that happens again and again, told to whoever counts it. Where nobody listens, telling costs next to nothing. */
function signal<Told>() {
  const ears = new Set<(told: Told) => void>()
  return {
    tell: (told: Told) => {
      for (const ear of ears) ear(told)
    },
    /** Hears of it from now on, until the function that it gives is called. */
    hear: (ear: (told: Told) => void) => {
      ears.add(ear)
      return () => void ears.delete(ear)
    },
  }
}

/** A request that was answered: by the pattern of its route, never by its address, which may hold ids and words. */
export interface Answered {
  method: string
  route: string
  status: number
  milliseconds: number
}

/** What this process does, for those who run it. Nothing of it is about a person; each word comes from the code, so that there are few. */
export const signals = {
  answered: signal<Answered>(),
  transaction: signal<{ as: 'command' | 'read' | 'owner'; outcome: 'commit' | 'rollback' | 'failed'; milliseconds: number }>(),
  /** A command, and what came of it: `done`, `repeated`, `failed`, or the kind of its refusal. */
  command: signal<{ flow: string; command: string; outcome: string }>(),
  signInRefused: signal<{ way: 'password' | 'phone' | 'queryCode'; kind: string }>(),
  /** A turn of the rounds that came to its end. */
  round: signal<{ work: 'round' | 'sending' }>(),
  /** A fault of ours, in a request or in the rounds. */
  fault: signal<{ where: 'request' | 'rounds' }>(),
}
