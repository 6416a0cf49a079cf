/** CSS px in a millimetre (CSS Values 4 §6.2). */
export const PX_PER_MM = 96 / 25.4

/** Points in a millimetre (ISO 32000-1, 8.3.2.3). */
export const PT_PER_MM = 72 / 25.4

/** Points in a CSS px. */
export const PT_PER_PX = 0.75
