import type { Processor } from 'unified'
import { defListFromMarkdown } from 'mdast-util-definition-list'
import { defList } from 'micromark-extension-definition-list'

/** Definition lists, parsing only. */
export function remarkDefinitionList(this: Processor): undefined {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(defList)
  ;(data.fromMarkdownExtensions ??= []).push(defListFromMarkdown)
}
