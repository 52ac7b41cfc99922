// SPDX-License-Identifier: Apache-2.0
import { TextInput, type TextInputProps } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import { IconSearch } from './icons'

const results = '/search'

// Looks through everything: what is typed goes to the page of results, and stands here while that
// is shown. Lists have words of their own in their addresses, which are none of it.
export function SearchField({
  box,
  ...props
}: { box?: React.Ref<HTMLInputElement> } & TextInputProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [words] = useSearchParams()
  const isShown = useLocation().pathname === results
  const shown = (isShown && words.get('q')) || ''
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const search = (event: FormEvent) => {
    event.preventDefault()
    const kind = isShown && words.get('kind')
    const asked = new URLSearchParams({ q: typed.trim(), ...(kind ? { kind } : {}) })
    if (typed.trim()) navigate(`${results}?${asked}`)
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
