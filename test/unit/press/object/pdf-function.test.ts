import { PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readFunction, requireFunction } from '../../../../src/press/pdf/object/pdf-function.js'

const context = PDFContext.create()
const exponential = (from: number[], to: number[], N = 1) =>
  context.obj({ FunctionType: 2, Domain: [0, 1], C0: from, C1: to, N })
const stitching = (functions: PDFObject[]) =>
  context.obj({ FunctionType: 3, Domain: [0, 1], Functions: functions, Bounds: [0.5], Encode: [0, 1, 1, 0] })
const program = (source: string) =>
  context.stream(source, { FunctionType: 4, Domain: [0, 1], Range: [0, 1, 0, 1] })
const samples = (bytes: Uint8Array, entries: Record<string, number | number[]>) =>
  context.stream(bytes, { FunctionType: 0, Domain: [0, 1], Range: [0, 1], ...entries })

test.each<[string, PDFObject, number[], number[]]>([
  ['a straight way', exponential([0, 1], [1, 0]), [0.25], [0.25, 0.75]],
  ['a bent way', exponential([0], [1], 2), [0.5], [0.25]],
  ['what lies outside of the domain', exponential([0], [1]), [7], [1]],
  ['the first of two', stitching([exponential([0], [1]), exponential([0], [1])]), [0.25], [0.5]],
  ['the second, backwards', stitching([exponential([0], [1]), exponential([0], [1])]), [0.75], [0.5]],
  ['a program, within its range', program('{ dup 4 mul }'), [0.5], [0.5, 1]],
  [
    'several, one after the other',
    context.obj([exponential([0], [1]), exponential([1], [0])]),
    [0.25],
    [0.25, 0.75],
  ],
  ['samples of 8 bits', samples(Uint8Array.of(0, 51, 255), { Size: [3], BitsPerSample: 8 }), [0.5], [0.2]],
  ['samples of 16 bits', samples(Uint8Array.of(0, 0, 255, 255), { Size: [2], BitsPerSample: 16 }), [1], [1]],
  [
    'samples by two inputs',
    samples(Uint8Array.of(0, 51, 102, 255), { Domain: [0, 1, 0, 1], Size: [2, 2], BitsPerSample: 8 }),
    [0, 1],
    [0.4],
  ],
])('computes %s', (_, object, inputs, outputs) => {
  const found = readFunction(object)?.(inputs) ?? []
  expect(found).toHaveLength(outputs.length)
  found.forEach((value, at) => expect(value).toBeCloseTo(outputs[at]!, 9))
})

test.each<[string, PDFObject | undefined]>([
  ['none', undefined],
  ['a type that does not exist', context.obj({ FunctionType: 1 })],
  ['a program that is none', program('{ 1 nonsense }')],
  ['samples without a size', samples(Uint8Array.of(0), { BitsPerSample: 8 })],
  ['a damaged part', stitching([exponential([0], [1]), context.obj({ FunctionType: 1 })])],
  ['a damaged one of several', context.obj([exponential([0], [1]), context.obj({})])],
])('preflight goes on without, and the press refuses: %s', (_, object) => {
  expect(readFunction(object)).toBeUndefined()
  expect(() => requireFunction(object)).toThrow('A function is damaged')
})
