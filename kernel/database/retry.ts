/** Deadlock, serialization failure, and two that made the same new row at once: the next attempt finds things settled. */
const passing = ['40P01', '40001', '23505']

const isPassing = (error: unknown) => error instanceof Error && 'code' in error && passing.some((code) => code === error.code)

/** Does a transaction again, a few times, where another one came in between. */
export async function retrying<Result>(attempt: (number: number) => Promise<Result>, number = 1, most = 4): Promise<Result> {
  try {
    return await attempt(number)
  } catch (error) {
    if (number >= most || !isPassing(error)) throw error
    return retrying(attempt, number + 1, most)
  }
}
