// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import type { Query } from '@/api/client'
import { useAddressWords } from '@/state/address'

// Search, filters and order of a list, kept in the address; the page within it is not.
export function useListState() {
  const [address, changeAddress] = useAddressWords()
  const [cursors, setCursors] = useState<string[]>([])
  const filter: Query = Object.fromEntries(address)
  const set = (name: string, value: string) => {
    setCursors([])
    changeAddress((words) => {
      if (value) words.set(name, value)
      else words.delete(name)
      return words
    })
  }
  const sort = address.get('sort') ?? ''
  // By the column upwards, then downwards, then as the list came.
  const sortBy = (name: string) =>
    set('sort', sort === name ? `-${name}` : sort === `-${name}` ? '' : name)
  return { address, filter, set, sort, sortBy, cursors, setCursors }
}

export type ListState = ReturnType<typeof useListState>
