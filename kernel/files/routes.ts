import { Type } from 'typebox'
import type { House } from '../flow/house.ts'
import { isRefusal, refusal } from '../flow/refusal.ts'
import { networkOf } from '../http/addresses.ts'
import type { App } from '../http/app.ts'
import { Device, noDevice } from '../http/device.ts'
import { problem, problems } from '../http/problem.ts'
import { fileIn } from '../http/uploads.ts'
import { allow, attempt } from '../people/throttle.ts'
import { type DistrictOf, visitorOf } from '../people/whoIs.ts'
import { words } from '../words.ts'
import { largestUpload, makePhoto } from './photo.ts'
import { keepPhoto, type Store, uploaderOn } from './store.ts'

const allowed = {
  account: allow({ name: 'photos', what: words('上传照片', 'photos'), per: 'account', most: 300, minutes: 60 }),
  phone: allow({ name: 'photos of a phone', what: words('上传照片', 'photos'), per: 'phone', most: 40, minutes: 60 }),
  stranger: allow({ name: 'photos from an address', what: words('上传照片', 'photos'), per: 'stranger', most: 400, minutes: 60 }),
}

/** Uploading a photo, which a command then names by its id. Anybody may, as anybody may report; so many an hour. */
export function addFileRoutes(app: App, house: House, store: Store, districtOf: DistrictOf) {
  const { database, clock, ring } = house
  const Kept = Type.Object({ id: Type.String(), width: Type.Integer(), height: Type.Integer() })

  const Sender = Type.Object({ 'linli-device': Type.Optional(Device) })
  app.post(
    '/api/files',
    {
      schema: {
        tags: ['files'],
        summary: '上传照片',
        headers: Sender,
        consumes: ['multipart/form-data'],
        response: { 200: Kept, ...problems },
      },
    },
    async (request) => {
      const visitor = await visitorOf(database, clock, request)
      const district = visitor?.actor.district ?? (await districtOf(request))
      const device = request.headers['linli-device']
      // A photo is named later by who uploaded it: somebody without an account by the secret of their phone.
      if (!visitor && device === undefined) return problem(noDevice)
      const by = visitor?.actor.id ?? uploaderOn(ring, device ?? '')
      const slowed =
        (await attempt(database, district, visitor ? allowed.account : allowed.phone, by, clock())) ??
        // Whoever is nobody can be a new one each time: their address is not.
        (visitor ? undefined : await attempt(database, district, allowed.stranger, networkOf(request), clock()))
      if (slowed) return problem(slowed)
      const bytes = await fileIn(request, { largest: largestUpload, missing: noFile, tooLarge })
      if (isRefusal(bytes)) return problem(bytes)
      const photo = await makePhoto(bytes)
      if (isRefusal(photo)) return problem(photo)
      const id = await keepPhoto({ database, store, ring }, district, photo, by, clock())
      return { id, width: photo.width, height: photo.height }
    },
  )
}

const noFile = refusal('wrongType', '请选择一张照片', 'choose a photo (multipart, field "file")')
const tooLarge = refusal('tooLarge', '内容过大，请缩短文字或分开上传照片', 'too large: shorten the text, or upload photos apart')
