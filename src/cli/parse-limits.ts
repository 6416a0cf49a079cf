import { nearestName } from '../diagnostics/index.js'
import type { Texts } from '../i18n/index.js'
import type { CheckPressOptions } from '../pipeline/index.js'
import { UsageError } from './usage-error.js'

type Limits = NonNullable<CheckPressOptions['limits']>

/** Limits of the printer as they are written, and what they are. */
const limits: Readonly<Record<string, keyof Limits>> = {
  ink: 'ink',
  resolution: 'resolution',
  hairline: 'hairline',
  bleed: 'bleed',
  margin: 'margin',
  'small-text': 'smallText',
  multiple: 'multiple',
}

/** Reads `ink=280,multiple=16`. */
export function parseLimits(written: string, { usage }: Texts): Limits {
  const names = Object.keys(limits)
  const entries = written
    .split(/[,，、\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', value = ''] = part.split('=', 2)
      const limit = limits[name]
      if (limit === undefined)
        throw new UsageError(usage.notALimit(name, names.join(', ')), nearestName(name, names))
      const number = Number(value)
      const isWhole = limit !== 'multiple' || Number.isInteger(number)
      // No bleed and no margin may be asked for; the others make no sense at 0.
      const least = limit === 'bleed' || limit === 'margin' ? 0 : Number.MIN_VALUE
      if (value === '' || !Number.isFinite(number) || number < least || !isWhole)
        throw new UsageError(usage.badLimit(name, value))
      return [limit, number] as const
    })
  if (entries.length === 0) throw new UsageError(usage.notALimit(written, names.join(', ')))
  return Object.fromEntries(entries)
}
