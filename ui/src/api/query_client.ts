// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query'
import { whenSignedOut } from './client'
import { Refusal } from './problem'
import { endSession } from './session'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal is an answer; only a line that broke is worth another try.
      retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
    },
    // Without a connection it fails at once and says so, where it would be sent unseen later.
    mutations: { networkMode: 'always' },
  },
})

whenSignedOut(() => endSession(queryClient))
