// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router-dom'

export type ChangeAddress = (change: (words: URLSearchParams) => URLSearchParams) => void

// The words of the address behind "?", and how to change them. The page shows a change a moment
// after it was made: one that comes sooner builds on it and does not undo it.
export function useAddressWords(): [URLSearchParams, ChangeAddress] {
  const [shown, setAddress] = useSearchParams()
  const newest = useRef(shown)
  useEffect(() => {
    newest.current = shown
  }, [shown])
  const set = useRef(setAddress)
  set.current = setAddress
  const change = useCallback<ChangeAddress>((make) => {
    newest.current = make(new URLSearchParams(newest.current))
    set.current(newest.current, { replace: true, preventScrollReset: true })
  }, [])
  return [shown, change]
}
