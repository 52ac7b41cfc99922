// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { IconCheck, IconLanguage } from '@/kit/icons'
import { chooseLanguage, languageNames, languages } from '@/state/language'

export function LanguageMenu() {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  // What the server says comes in the language that was asked for, so it is asked anew.
  const choose = (language: (typeof languages)[number]) =>
    chooseLanguage(language).then(() =>
      client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }),
    )
  const present = languages.find((language) => language === i18n.language) ?? 'en'
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconLanguage size={20} stroke={1.6} />}
          aria-label={`${t('shell.language')}: ${languageNames[present]}`}
        >
          {languageNames[present]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            onClick={() => choose(language)}
            rightSection={language === present ? <IconCheck size={16} /> : null}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
