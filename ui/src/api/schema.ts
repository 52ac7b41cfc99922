// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { get } from './client'
import type { Plural } from './records'
import { fieldsOf, type KindFields, type OpenApi } from './schema_reading'

// The members of a kind as the server describes them: lists and forms follow from this alone.
export function useKindFields(plural: Plural) {
  return useQuery({
    queryKey: ['schema'],
    queryFn: ({ signal }) => get<OpenApi>('/api/openapi.json', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    select: (document): KindFields => fieldsOf(document, plural),
  })
}
