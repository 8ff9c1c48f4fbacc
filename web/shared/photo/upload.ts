import { post, type Reply } from '../ask.ts'

/** Sends a picture: what it is called from then on. */
export function upload(photo: Blob): Promise<Reply<{ id: string }>> {
  const form = new FormData()
  form.append('file', photo, 'photo.jpg')
  return post<{ id: string }>('/api/files', form)
}
