// SPDX-License-Identifier: Apache-2.0
import { Center, Loader, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router-dom'
import { type OwnEntry, useOwnEntry } from '@/api/own_entry'
import { hasCode } from '@/api/problem'
import type { Language } from '@/api/types'
import { Empty } from '@/kit/empty'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { languages, preferredLanguage, switchLanguage } from '@/state/language'
import { EntryForm } from './entry_form'

// What a contact sees who was sent a link: its own entry, in its language, without an account. The
// link's token stands behind the `#`, which no browser sends to a server.
export function Page() {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const language = useLanguageOfLink()
  const token = hash.slice(1)
  const entry = useOwnEntry(token, language)
  const [done, setDone] = useState(false)
  useEffect(() => {
    document.title = `${t('own_entry.title')} · Tenpoint`
  }, [t])
  if (done) return <Empty title={t('own_entry.done')}>{t('own_entry.done_detail')}</Empty>
  const isOver =
    !token || hasCode(entry.error, 'not_found') || hasCode(entry.error, 'invalid_fields')
  if (isOver) return <Empty title={t('own_entry.over')}>{t('own_entry.over_detail')}</Empty>
  if (entry.error) return <ProblemMessage error={entry.error} />
  if (!entry.data)
    return (
      <Center mih={240}>
        <Loader aria-label={t('kit.loading')} />
      </Center>
    )
  return <Entry entry={entry.data} token={token} onDone={() => setDone(true)} />
}

function Entry(props: { entry: OwnEntry; token: string; onDone: () => void }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { partner, confirmed, link_expires } = props.entry
  return (
    <Stack gap="lg" maw={640} mx="auto">
      <Stack gap={6}>
        <Title order={1}>{t('own_entry.title')}</Title>
        <Text c="dimmed">
          {t('own_entry.lead', { partner, when: formats.time(link_expires ?? '') })}
        </Text>
      </Stack>
      <Panel
        title={partner}
        lead={confirmed && t('own_entry.confirmed', { when: formats.day(confirmed) })}
      >
        <EntryForm {...props} />
      </Panel>
      <Text size="sm" c="dimmed">
        {t('own_entry.privacy', { partner })}
      </Text>
    </Stack>
  )
}

// Whoever made the link knew which language the contact reads; the reader may choose another.
function useLanguageOfLink(): Language | null {
  const { i18n } = useTranslation()
  const { search } = useLocation()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const asked = new URLSearchParams(search).get('lang')
    const language = languages.find((each) => each === asked) ?? preferredLanguage()
    switchLanguage(language).then(() => setReady(true))
  }, [search])
  return ready ? (i18n.language as Language) : null
}
