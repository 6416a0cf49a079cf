export { drawCover, type DrawCoverInput } from './draw-cover.js'
export { drawFormulas, type DrawFormulasInput, type DrawnFormula } from './draw-formulas.js'
export type { DrawnPicture } from './drawn-picture.js'
export { redrawPictures, type RedrawOptions } from './redraw-pictures.js'
