// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router-dom'

// Asks before a page is left, by a link, by going back or by closing it, while something on it is
// not saved. Whether it is so is asked at that moment.
export function UnsavedChanges({ areThere }: { areThere: () => boolean }) {
  const { t } = useTranslation()
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && areThere(),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (areThere()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [areThere])
  return (
    <Modal
      opened={leaving.state === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={t('kit.unsaved')}
      centered
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      <Stack>
        <Text>{t('kit.unsaved_consequence')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => leaving.proceed?.()}>
            {t('kit.leave')}
          </Button>
          <Button data-autofocus onClick={() => leaving.reset?.()}>
            {t('kit.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
