/** What is wrong with an identifier: its form, or its check digit, which should make it `expected`. */
export interface IdentifierProblem {
  readonly expected: string | undefined
}

/** ISSN: seven digits weighted 8 to 2, modulo 11 (GB/T 9999.2, ISO 3297). */
export function checkIssn(issn: string): IdentifierProblem | undefined {
  if (!/^\d{4}-\d{3}[\dX]$/.test(issn)) return { expected: undefined }
  const digits = issn.replace('-', '')
  let sum = 0
  for (let index = 0; index < 7; index++) sum += Number(digits[index]) * (8 - index)
  return compare(issn, (11 - (sum % 11)) % 11)
}

/** ORCID: sixteen digits, ISO 7064 MOD 11-2. */
export function checkOrcid(orcid: string): IdentifierProblem | undefined {
  if (!/^(?:\d{4}-){3}\d{3}[\dX]$/.test(orcid)) return { expected: undefined }
  const digits = orcid.replaceAll('-', '')
  let total = 0
  for (let index = 0; index < 15; index++) total = ((total + Number(digits[index])) * 2) % 11
  return compare(orcid, (12 - total) % 11)
}

/** 国内统一连续出版物号 without the letters CN: province, serial number, class (GB/T 9999.1). */
export function checkCn(cn: string): IdentifierProblem | undefined {
  return /^\d{2}-\d{4}(?:\/[A-Z]{1,2}\d{0,2})?$/.test(cn) ? undefined : { expected: undefined }
}

/** DOI: prefix and suffix, without the address of a resolver. */
export function checkDoi(doi: string): IdentifierProblem | undefined {
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? undefined : { expected: undefined }
}

function compare(written: string, checkDigit: number): IdentifierProblem | undefined {
  const expected = written.slice(0, -1) + (checkDigit === 10 ? 'X' : String(checkDigit))
  return written === expected ? undefined : { expected }
}
