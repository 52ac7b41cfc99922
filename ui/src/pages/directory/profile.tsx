// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Partner } from '@/api/directory'
import { useLabels } from '@/api/labels'
import { Fact, Facts } from '@/kit/facts'
import { Paragraphs } from '@/kit/lines'
import { Panel } from '@/kit/panel'
import { WebLink } from '@/kit/web_link'
import { useFormats } from '@/state/formats'
import { languageNames, languages } from '@/state/language'
import { useNames } from '@/state/names'

export function Profile({ partner }: { partner: Partner }) {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const formats = useFormats()
  const member = (name: string) => labels.kinds.partner?.[name] ?? name
  const themes = (words: string[]) => formats.list(words.map((word) => names.code('theme', word)))
  const others = languages.filter((each) => each !== i18n.language && partner.names[each])
  return (
    <Panel title={t('directory.profile')}>
      {partner.mandate && <Paragraphs text={partner.mandate} />}
      <Facts>
        <Fact label={t('directory.mandates')}>{themes(partner.mandates)}</Fact>
        <Fact label={t('directory.expertise')}>{themes(partner.expertise)}</Fact>
        <Fact label={member('languages')}>
          {formats.list(partner.languages.map((word) => names.code('spoken_language', word)))}
        </Fact>
        <Fact label={member('website')}>
          {partner.website && <WebLink address={partner.website} />}
        </Fact>
        {others.map((each) => (
          <Fact key={each} label={languageNames[each]}>
            <span lang={each} dir={each === 'ar' ? 'rtl' : 'ltr'}>
              {partner.names[each]}
            </span>
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}
