import { defineRule, type Bilingual } from '../rule.js'

/** The profile that `output.press` names is a file of the folder. */
export const profileExists = defineRule<{ readonly path: string; readonly nearest: string | undefined }>({
  id: 'profile-exists',
  severity: 'error',
  message: ({ path }) => ({
    en: `There is no profile ${path} in the issue's folder`,
    zh: `本期文件夹中没有特性文件 ${path}`,
  }),
  note: ({ nearest }) =>
    nearest === undefined
      ? {
          en: "Put the printer's ICC profile there, or leave out profile: for the free one (FOGRA39, coated paper)",
          zh: '请把印厂提供的 ICC 特性文件放进来，或去掉 profile:，改用自带的免费特性文件（FOGRA39，铜版纸）',
        }
      : { en: `Did you mean ${nearest}?`, zh: `是否指 ${nearest}？` },
})

/** What is wrong with a profile. */
export interface ProfileFault {
  readonly path: string
  readonly kind: 'damaged' | 'class' | 'space' | 'table'
  /** What stands in the profile: `mntr`, `RGB`, the table that is missing. */
  readonly found: string
}

const faults: Readonly<Record<ProfileFault['kind'], (found: string) => Bilingual>> = {
  damaged: () => ({
    en: 'it is no ICC profile, or it is damaged or cut off',
    zh: '不是 ICC 特性文件，或文件已损坏、不完整',
  }),
  class: (found) => ({
    en: `it is for another kind of device (class ${found}; an output profile has prtr)`,
    zh: `不是输出设备的特性文件（设备类别为 ${found}，应为 prtr）`,
  }),
  space: (found) => ({
    en: `its colours are ${found}; a press has CMYK`,
    zh: `颜色空间是 ${found}，印刷应为 CMYK`,
  }),
  table: (found) => ({
    en: `it has no table ${found}, so that colours cannot be turned into ink`,
    zh: `缺少 ${found} 表，无法转换为油墨`,
  }),
}

/** The profile can be printed with: of an output device, CMYK, with tables in both directions. */
export const profilePrintable = defineRule<ProfileFault>({
  id: 'profile-printable',
  severity: 'error',
  message: ({ path, kind, found }) => {
    const { en, zh } = faults[kind](found)
    return {
      en: `The profile ${path} cannot be printed with: ${en}`,
      zh: `特性文件 ${path} 不能用于印刷：${zh}`,
    }
  },
  note: () => ({
    en: 'Ask the printer for the CMYK output profile of the press and paper, such as JapanColor2001Coated.icc',
    zh: '请向印厂索取该印刷条件的 CMYK 输出特性文件，如 JapanColor2001Coated.icc',
  }),
})
