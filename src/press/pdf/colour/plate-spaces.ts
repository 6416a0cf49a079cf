import { PDFDict, PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import { separation, type SpotPlate } from './spot-plate.js'

/** The colour spaces of spot colours, one object each in a file. */
export class PlateSpaces {
  readonly #context: PDFContext
  readonly #known = new Map<SpotPlate, PDFRef>()

  constructor(context: PDFContext) {
    this.#context = context
  }

  space(plate: SpotPlate): PDFRef {
    const known = this.#known.get(plate)
    if (known !== undefined) return known
    const made = separation(this.#context, plate)
    this.#known.set(plate, made)
    return made
  }

  /** Puts plates among the colour spaces of resources. */
  add(resources: PDFDict, plates: ReadonlySet<SpotPlate>): void {
    if (plates.size === 0) return
    const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? this.#context.obj({})
    for (const plate of plates) spaces.set(PDFName.of(plate.resource), this.space(plate))
    resources.set(PDFName.of('ColorSpace'), spaces)
  }
}
