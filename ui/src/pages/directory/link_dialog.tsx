// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useClipboard, useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '@/api/directory'
import { type EntryLink, useMakeLink } from '@/api/own_entry'
import type { Language } from '@/api/types'
import { FormDialog } from '@/kit/form_dialog'
import { isRightToLeft, languageNames, languages } from '@/state/language'

interface LinkButtonProps {
  contact: Contact
  name: string
}

// Makes the link by which a contact confirms its own entry, and gives the text that it is sent with.
export function LinkButton({ contact, name }: LinkButtonProps) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={open}
        aria-label={t('directory.ask_of', { name })}
      >
        {t('directory.ask')}
      </Button>
      {opened && <LinkDialog contact={contact} onClose={close} />}
    </>
  )
}

function LinkDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const make = useMakeLink(contact)
  const [language, setLanguage] = useState(() => languageOf(contact, i18n.language as Language))
  if (make.data) return <MadeLink link={make.data} language={language} onClose={onClose} />
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('directory.ask_title')}
      consequence={t('directory.ask_consequence')}
      submit={t('directory.ask_submit')}
      error={make.error}
      pending={make.isPending}
      onSubmit={() => make.mutate({ language })}
    >
      <Select
        label={t('directory.ask_language')}
        maw={260}
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={(word) => setLanguage(word as Language)}
      />
    </FormDialog>
  )
}

// The first that the contact speaks and the program too; else the reader's.
function languageOf({ languages: spoken }: Contact, own: Language): Language {
  return languages.find((each) => spoken.some((word) => word === each)) ?? own
}

interface MadeLinkProps {
  link: EntryLink
  language: Language
  onClose: () => void
}

function MadeLink({ link, language, onClose }: MadeLinkProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('directory.ask_title')}
      size="lg"
      closeOnClickOutside={false} // it is shown this once
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      <Stack>
        <Textarea
          label={t('directory.ask_text')}
          readOnly
          autosize
          lang={language}
          dir={isRightToLeft(language) ? 'rtl' : 'ltr'}
          value={link.text}
        />
        <CopyLine text={link.text} label={t('directory.copy_text')} variant="filled" />
        <TextInput label={t('directory.ask_link')} readOnly dir="ltr" value={link.address} />
        <CopyLine text={link.address} label={t('directory.copy_link')} variant="default" />
        <Text size="sm" c="dimmed" role="status">
          {t('directory.ask_once')}
        </Text>
      </Stack>
    </Modal>
  )
}

interface CopyLineProps {
  text: string
  label: string
  variant: 'filled' | 'default'
}

// Browsers copy on pages that came encrypted alone; elsewhere the reader is told to do it by hand.
function CopyLine({ text, label, variant }: CopyLineProps) {
  const { t } = useTranslation()
  const { copy, copied, error } = useClipboard()
  return (
    <Group>
      <Button variant={variant} onClick={() => copy(text)}>
        {copied ? t('directory.copied') : label}
      </Button>
      {error && (
        <Text size="sm" c="red" role="alert">
          {t('directory.copy_failed')}
        </Text>
      )}
    </Group>
  )
}
