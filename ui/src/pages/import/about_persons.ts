// SPDX-License-Identifier: Apache-2.0
import { useFindings } from '@/api/imports'

// Whether columns about persons were found in a batch's file, and whether that keeps it from the
// reader.
export function useAboutPersons(batch: string) {
  const { data, isError } = useFindings(batch, { code: null })
  const first = data?.pages[0]
  return {
    isKnown: !!first || isError,
    isFound: !!first?.by_code.some(({ code }) => code.startsWith('personal_column')),
    isWithheld: !!first?.file_withheld,
  }
}
