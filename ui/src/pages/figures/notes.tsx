// SPDX-License-Identifier: Apache-2.0
import { Button, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Empty } from '@/kit/empty'

export function Notes({ notes }: { notes: string[] }) {
  const { t } = useTranslation()
  if (notes.length === 0) return null
  return (
    <List size="sm" c="dimmed" mt="md" aria-label={t('figures.notes')}>
      {notes.map((note) => (
        <List.Item key={note}>{note}</List.Item>
      ))}
    </List>
  )
}

export function NoFigures() {
  const { t } = useTranslation()
  return (
    <Empty title={t('figures.none')}>
      <p>{t('figures.none_lead')}</p>
      <Button component={Link} to="/import" variant="light">
        {t('figures.to_import')}
      </Button>
    </Empty>
  )
}
