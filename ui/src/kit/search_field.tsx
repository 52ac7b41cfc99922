// SPDX-License-Identifier: Apache-2.0
import { TextInput, type TextInputProps } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { IconSearch } from './icons'

// Looks through everything: what is typed goes to the page of results, and stands here while that
// is shown.
export function SearchField({
  box,
  ...props
}: { box?: React.Ref<HTMLInputElement> } & TextInputProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [words] = useSearchParams()
  const shown = words.get('q') ?? ''
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const search = (event: FormEvent) => {
    event.preventDefault()
    const kind = words.get('kind')
    const asked = new URLSearchParams({ q: typed.trim(), ...(kind ? { kind } : {}) })
    if (typed.trim()) navigate(`/search?${asked}`)
  }
  return (
    <search>
      <form onSubmit={search}>
        <TextInput
          ref={box}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
          maxLength={300}
          {...props}
        />
      </form>
    </search>
  )
}
