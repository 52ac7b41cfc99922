// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { useRemoveSecondFactorOf, useSignOutUser } from '@/api/account'
import { ConfirmButton } from '@/kit/confirm_button'

// What an administrator does to an account beside changing its record.
export function AccountKeeping({ id }: { id: string }) {
  const { t } = useTranslation()
  const signOut = useSignOutUser()
  const remove = useRemoveSecondFactorOf()
  return (
    <>
      <ConfirmButton
        label={t('account.everywhere')}
        question={t('account.everywhere_question')}
        consequence={t('account.user_everywhere_consequence')}
        act={() => signOut.mutateAsync(id)}
        error={signOut.error}
        pending={signOut.isPending}
        variant="default"
      />
      <ConfirmButton
        label={t('account.remove_factor')}
        question={t('account.remove_factor_question')}
        consequence={t('account.remove_factor_consequence')}
        act={() => remove.mutateAsync(id)}
        error={remove.error}
        pending={remove.isPending}
        variant="default"
        danger
      />
    </>
  )
}
