// SPDX-License-Identifier: Apache-2.0
import type { DocumentEntry } from './arrangements'
import { address, send, upload } from './client'
import { useVerb } from './records'

export const documentFileAddress = (id: string) => address(`/api/documents/${id}/file`)

export const useAttachFile = (onProgress: (part: number) => void) =>
  useVerb(
    ({ id, file }: { id: string; file: File }) =>
      upload<DocumentEntry>(documentFileAddress(id), file, onProgress).answer,
  )

export const useRemoveFile = () =>
  useVerb(({ id, version }: Pick<DocumentEntry, 'id' | 'version'>) =>
    send(documentFileAddress(id), { method: 'DELETE', version }),
  )
