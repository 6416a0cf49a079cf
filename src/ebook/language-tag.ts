/**
 * The language as every file of the package states it. Where the script is given the region is dropped: `zh-Hans-CN`
 * becomes `zh-Hans`, which reading systems match to their Chinese fonts and voices.
 */
export function languageTag(language: string): string {
  const { language: primary, script } = new Intl.Locale(language)
  return script === undefined ? language : `${primary}-${script}`
}
