import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleIds } from '../../../src/manuscript/article-id.js'
import { firstInvalidByte } from '../../../src/manuscript/first-invalid-byte.js'
import { checkCn, checkDoi, checkIssn, checkOrcid } from '../../../src/manuscript/identifiers.js'
import { issuePath } from '../../../src/manuscript/issue-path.js'
import { joinFoldedLines } from '../../../src/manuscript/join-folded-lines.js'

describe('firstInvalidByte', () => {
  it('agrees with the decoder of the platform about every byte string', () => {
    const valid = (bytes: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        return true
      } catch {
        return false
      }
    }
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => new TextEncoder().encode(text)),
      fc.constantFrom(
        ...['eda080', 'f4908080', 'c080', 'e08080', 'f0808080', 'efbfbf', 'f48fbfbf'].map((hex) =>
          Uint8Array.from(Buffer.from(hex, 'hex')),
        ),
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flatMap((each) => [...each]))
        const offset = firstInvalidByte(bytes)
        expect(offset === -1).toBe(valid(bytes))
        if (offset !== -1) {
          expect(valid(bytes.subarray(0, offset))).toBe(true)
          expect(valid(bytes.subarray(0, offset + 1)) && offset + 1 === bytes.length).toBe(false)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('issuePath', () => {
  it('never gives a path that leaves the folder', () => {
    const step = fc.constantFrom('..', '.', '', 'a', 'b.md', '\\', 'C:', 'http:', '...')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const result = issuePath(steps.join('/'))
        if ('path' in result) expect(result.path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)|\\|^[a-z]+:/i)
      }),
    )
  })
})

describe('articleIds', () => {
  it.each([
    [['03-path.md'], ['a03-path']],
    [['Über.md', '北京.md', '01-北京.md'], ['article-1', 'article-2', 'article-3']],
    [['a/x.md', 'b/x.md', 'X.markdown'], ['ax', 'ax-2', 'ax-3']],
    [['rticle-2.md', '北京.md'], ['article-2', 'article-2-2']],
    [['a--b__c.d.md', '---.md'], ['aa-b-c-d', 'article-2']],
  ])('of %j are %j', (paths, ids) => {
    expect(articleIds(paths)).toEqual(ids)
    for (const id of ids) expect(id).toMatch(/^a[a-z\d]+(?:-[a-z\d]+)*$/)
  })
})

describe('Identifiers', () => {
  it.each([
    [checkIssn, '0378-5955', undefined],
    [checkIssn, '2434-561X', undefined],
    [checkIssn, '0378-5954', { expected: '0378-5955' }],
    [checkIssn, '2434-5610', { expected: '2434-561X' }],
    [checkIssn, '03785955', { expected: undefined }],
    [checkOrcid, '0000-0002-1825-0097', undefined],
    [checkOrcid, '0000-0002-9079-593X', undefined],
    [checkOrcid, '0000-0002-1825-0079', { expected: '0000-0002-1825-0070' }],
    [checkOrcid, 'https://orcid.org/0000-0002-1825-0097', { expected: undefined }],
    [checkCn, '11-1234/N', undefined],
    [checkCn, '31-1108/G2', undefined],
    [checkCn, '11-123', { expected: undefined }],
    [checkDoi, '10.1234/a(b)c', undefined],
    [checkDoi, 'doi:10.1234/a', { expected: undefined }],
  ])('%o of %s: %j', (check, value, problem) => {
    expect(check(value)?.expected).toEqual(problem?.expected)
    expect(check(value) === undefined).toBe(problem === undefined)
  })
})

describe('joinFoldedLines', () => {
  it.each([
    ['北京\n  上海', '北京上海'],
    ['北京，\n“上海”', '北京，“上海”'],
    ['GDP\n  增长', 'GDP\n  增长'],
    ['one”\n“two', 'one”\n“two'],
    ['北京\n\n上海', '北京\n\n上海'],
    ['高地 助推', '高地 助推'],
  ])('%j → %j', (source, joined) => {
    expect(joinFoldedLines(source)).toBe(joined)
  })
})
