// SPDX-License-Identifier: Apache-2.0
import { Alert, Center, Loader, Stack, Text, Title } from '@mantine/core'
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

// What a contact sees who was sent a link: its own entry, in its language, without an account.
export function Page() {
  const token = useToken()
  return <LinkedEntry key={token} token={token} />
}

function LinkedEntry({ token }: { token: string }) {
  const { t } = useTranslation()
  const language = useLanguageOfLink()
  const entry = useOwnEntry(token, language)
  const shown = useLast(entry.data) // what was typed stays, whatever is answered later
  const [done, setDone] = useState<'done_detail' | 'done_left_detail'>()
  const [renewed, setRenewed] = useState(false)
  useEffect(() => {
    document.title = `${t('own_entry.title')} · Tenpoint`
  }, [t])
  const renew = () => {
    setRenewed(true)
    entry.refetch()
  }
  if (done) return <Empty title={t('own_entry.done')}>{t(`own_entry.${done}`)}</Empty>
  if (shown)
    return (
      <Entry
        entry={shown}
        token={token}
        renewed={renewed}
        onDone={(hasLeft) => setDone(hasLeft ? 'done_left_detail' : 'done_detail')}
        onStale={renew}
      />
    )
  const isOver =
    !token || hasCode(entry.error, 'not_found') || hasCode(entry.error, 'invalid_fields')
  if (isOver) return <Empty title={t('own_entry.over')}>{t('own_entry.over_detail')}</Empty>
  if (entry.error) return <ProblemMessage error={entry.error} />
  return (
    <Center mih={240}>
      <Loader aria-label={t('kit.loading')} />
    </Center>
  )
}

interface EntryProps {
  entry: OwnEntry
  token: string
  renewed: boolean // it was changed, and read anew
  onDone: (hasLeft: boolean) => void
  onStale: () => void
}

function Entry({ renewed, ...props }: EntryProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { partner, confirmed, link_expires, version } = props.entry
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
        {renewed && (
          <Alert color="yellow" variant="light" role="alert" mb="md">
            {t('own_entry.renewed')}
          </Alert>
        )}
        <EntryForm key={version} {...props} />
      </Panel>
      <Text size="sm" c="dimmed">
        {t('own_entry.privacy', { partner })}
      </Text>
    </Stack>
  )
}

// Of the link, behind the `#`, which no browser sends to a server. The page's own anchors stand
// there too: "Skip to content" must not take the link away.
function useToken(): string {
  const { hash } = useLocation()
  const given = hash.slice(1)
  const [token, setToken] = useState(given)
  if (given !== token && /^[0-9a-f]{64}$/.test(given)) setToken(given)
  return token
}

function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last
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
