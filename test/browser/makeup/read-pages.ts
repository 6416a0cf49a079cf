import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of each page, without spaces. */
export async function readPages(data: Uint8Array): Promise<string[]> {
  const file = await getDocument({ data, verbosity: 0 }).promise
  const texts: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, '')) // prettier-ignore
  }
  return texts
}
