import type { Root } from 'hast'
import { coverPart, markRare, packageEbook } from '../ebook/index.js'
import { assemble, numberPages } from '../edition/index.js'
import type { Artefact, Asset, Assets, Context, Part, Publication } from '../issue/index.js'
import { drawCover, readFontUses, redrawPictures, type BrowserSession } from '../press/index.js'
import { checkFontBudget, letterDrawings, render, subsetFaces } from '../theme/index.js'
import { dateOf } from './date-of.js'
import type { Reading } from './make-reading.js'
import { drawFormulaPictures } from './formula-pictures.js'
import { pageBreaks } from './page-breaks.js'
import type { PreparedIssue } from './prepare.js'

/** Longest side of pictures in px: more than twice what most readers' screens show of a figure. */
const pictureSize = 1600

/** The ebook edition, its page references and page list those of the print edition; by option also set vertically. */
export async function makeEbook(
  prepared: PreparedIssue,
  reading: Reading,
  session: BrowserSession,
  context: Context,
): Promise<Artefact[]> {
  context.reporter.stage('ebook')
  const { issue, theme } = prepared
  const { id, output } = issue.metadata
  const setting = output.ebookSetting ?? {}
  const { pagination, composed } = reading
  const numbered = numberPages(
    render(theme, assemble(issue, { edition: 'ebook', pagesKnown: true })),
    pagination,
  )
  const cover = await drawnCover(prepared, reading, session)
  const shown = await letterDrawings(theme, shownPictures(numbered, prepared.assets, cover))
  const pictures = await redrawPictures(session, shown, { size: setting.imageSize ?? pictureSize })
  const assets: Assets = cover ? new Map([...pictures, [cover.path, cover]]) : pictures
  const publication = finishParts(numbered, cover)
  const uses = await readFontUses(session, publication.parts, theme.css.ebook)
  const faces = await subsetFaces(theme, publication, { uses })
  checkFontBudget(theme, faces, issue.file)
  const options = {
    css: theme.css.ebook,
    faces,
    assets,
    modified: new Date(dateOf(issue.metadata, context.clock) * 1000),
    pagination,
    pageBreaks: composed && pageBreaks(pagination, composed.report),
    coverImage: cover,
    duokan: setting.duokan,
    onix: setting.onix,
    formulas: setting.formulaPictures
      ? await drawFormulaPictures(session, publication, { theme, faces: reading.faces })
      : undefined,
  }
  const pack = async (name: string, writingMode: 'horizontal-tb' | 'vertical-rl'): Promise<Artefact> => ({
    kind: 'ebook',
    name,
    bytes: await packageEbook(publication, { ...options, writingMode }),
  })
  const horizontal = await pack(`${id}.epub`, 'horizontal-tb')
  return setting.vertical ? [horizontal, await pack(`${id}-vertical.epub`, 'vertical-rl')] : [horizontal]
}

async function drawnCover(
  { theme, assets }: PreparedIssue,
  { publication, faces }: Reading,
  session: BrowserSession,
): Promise<Asset | undefined> {
  const { geometry, css } = theme
  const drawn = await drawCover(session, { publication, geometry, css: css.print, faces, assets })
  // No path of a manuscript begins like this.
  return drawn && { path: `drawn://cover.${drawn.mediaType === 'image/png' ? 'png' : 'jpg'}`, ...drawn }
}

/** Pictures that the parts show; the cover's own are in its drawing. */
function shownPictures({ parts }: Publication<Root>, assets: Assets, cover: Asset | undefined): Assets {
  if (cover === undefined) return assets
  const html = JSON.stringify(parts.filter(({ kind }) => kind !== 'cover').map(({ content }) => content))
  return new Map(
    [...assets].filter(
      ([path]) => html.includes(JSON.stringify(path)) || html.includes(JSON.stringify(encodeURI(path))),
    ),
  )
}

function finishParts(publication: Publication<Root>, cover: Asset | undefined): Publication<Root> {
  const { metadata } = publication
  const parts = publication.parts.map((part): Part<Root> => {
    const shown = part.kind === 'cover' && cover ? coverPart(part, cover, metadata) : part
    return { ...shown, content: markRare(shown.content) }
  })
  return { ...publication, parts }
}
