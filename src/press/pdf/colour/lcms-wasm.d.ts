declare module 'lcms-wasm' {
  /** Little CMS in WebAssembly: the part that we use. Handles are addresses in its memory; 0 says that a call failed. */
  export interface Lcms {
    readonly HEAPU8: Uint8Array
    _malloc(bytes: number): number
    _free(address: number): void
    ccall(name: string, returns: 'number', types: readonly 'number'[], values: readonly number[]): number
    cmsCreate_sRGBProfile(): number
    cmsCloseProfile(profile: number): void
    cmsGetProfileInfoASCII(profile: number, info: number, language: string, country: string): string
    cmsCreateTransform(
      input: number,
      inputFormat: number,
      output: number,
      outputFormat: number,
      intent: number,
      flags: number,
    ): number
    cmsDeleteTransform(transform: number): void
    cmsDoTransform(transform: number, input: Uint8Array, pixels: number): Uint8Array
    cmsDoTransform(transform: number, input: Uint16Array, pixels: number): Uint16Array
  }

  export function instantiate(): Promise<Lcms>
  export const cmsInfoDescription: number
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number
  export const cmsFLAGS_NOCACHE: number
  export const TYPE_RGB_8: number
  export const TYPE_RGB_16: number
  export const TYPE_CMYK_8: number
  export const TYPE_CMYK_16: number
}
