import { type Choice, choiceKey } from '@/lib/consent/preferences'
import type { Talk } from '@/lib/i18n/translator'

/** A switch in words. */
export type ChoiceModel = {
  key: string
  title: string
  text: string
  /** Why it is as it is; null: as it was chosen. */
  note: string | null
  on: boolean
}

export type ChoiceGroup = { id: 'mails' | 'elsewhere' | 'pages'; choices: ChoiceModel[] }

const groupOf = ({ channel }: Choice): ChoiceGroup['id'] => {
  if (channel === null) return 'pages'
  return channel === 'email' ? 'mails' : 'elsewhere'
}

/** Words for everything that can be chosen, by how it reaches somebody. */
export function choiceGroups(choices: readonly Choice[], shopName: string, { t }: Talk): ChoiceGroup[] {
  const model = (choice: Choice): ChoiceModel => {
    const { subject, channel, state, agreed } = choice
    const what = t(`preferences.subject.${subject}.title`)
    const isByLaw = state === 'on' && !agreed && subject !== 'delivery' && channel === 'email'
    const notes = {
      pending: t('preferences.pending'),
      on: isByLaw ? t('preferences.byLaw') : null,
      off: null,
    }
    return {
      key: choiceKey(choice),
      title:
        groupOf(choice) === 'elsewhere' && channel !== null
          ? t('preferences.on', { what, channel: t(`preferences.channel.${channel}`) })
          : what,
      text:
        groupOf(choice) === 'elsewhere' ? '' : t(`preferences.subject.${subject}.text`, { shop: shopName }),
      note: notes[state],
      on: state === 'on',
    }
  }
  return (['mails', 'elsewhere', 'pages'] as const).flatMap((id) => {
    const its = choices.filter((choice) => groupOf(choice) === id)
    return its.length > 0 ? [{ id, choices: its.map(model) }] : []
  })
}
