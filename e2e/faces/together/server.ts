import { keyringIn } from '#kernel/vault/keyring.ts'
import { settle } from '#testing/neighbourhood.ts'
import { openHouse } from '../../openHouse.ts'

// A server process of its own, started by `servers.ts` with the file of the keys that it shares, and the district where there is one
// already. It tells where it answers, and ends when it is told to.
const [keys, standing] = process.argv.slice(2)
if (keys === undefined) throw new Error('no keyring was named')
const { address, district } = await openHouse(async (database) => standing ?? settle(database), {
  ring: await keyringIn(keys),
})
process.send?.({ address, district })
