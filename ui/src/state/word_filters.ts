// SPDX-License-Identifier: Apache-2.0
import { useAddressWords } from './address'

export type WordFilters<Name extends string> = Record<Name, string>

// What a page shows, one word a filter, kept in the address; '' where nothing is said.
export function useWordFilters<Name extends string>(names: readonly Name[]) {
  const [address, changeAddress] = useAddressWords()
  const filters = Object.fromEntries(
    names.map((name) => [name, address.get(name) ?? '']),
  ) as WordFilters<Name>
  const set = (name: Name, word: string | null) =>
    changeAddress((words) => {
      if (word) words.set(name, word)
      else words.delete(name)
      return words
    })
  return { filters, set }
}
