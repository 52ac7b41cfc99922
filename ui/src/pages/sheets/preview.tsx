// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { previewAddress, type SheetSubject, usePreviewCheck } from '@/api/sheets'
import { Answer } from '@/kit/answer'
import { Panel } from '@/kit/panel'
import { languageNames, languages } from '@/state/language'
import classes from './preview.module.css'

// The sheet as it would be printed now, in each language. It is a document of its own: the frame
// lets it neither run scripts nor reach the session.
export function Preview({ subject }: { subject: SheetSubject }) {
  const { t, i18n } = useTranslation()
  const [language, setLanguage] = useState<string | null>(i18n.language)
  const shown = languages.find((each) => each === language) ?? 'en'
  return (
    <Panel title={t('sheets.preview')} lead={t('sheets.preview_lead')}>
      <Tabs value={shown} onChange={setLanguage} keepMounted={false}>
        <Tabs.List>
          {languages.map((each) => (
            <Tabs.Tab key={each} value={each} lang={each}>
              {languageNames[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {languages.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            <Document subject={subject} language={each} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Panel>
  )
}

// Another sheet gets another frame: one that is sent elsewhere would be a step to go back by.
function Document({ subject, language }: { subject: SheetSubject; language: string }) {
  const { t } = useTranslation()
  const check = usePreviewCheck(subject, language, true)
  const source = previewAddress(subject, language)
  return (
    <Answer query={check}>
      {() => (
        <iframe
          key={source}
          sandbox=""
          title={t('sheets.preview')}
          src={source}
          className={classes.frame}
        />
      )}
    </Answer>
  )
}
