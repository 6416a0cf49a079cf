import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types'
import type { Processor } from 'unified'
import { decodeString } from 'micromark-util-decode-string'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    ruby: 'ruby'
    rubyMarker: 'rubyMarker'
    rubyBase: 'rubyBase'
    rubyAnnotation: 'rubyAnnotation'
  }
}

const leftBrace = 123
const bar = 124
const rightBrace = 125
const backslash = 92

/**
 * `{汉字|hàn zì}` within one line. In a table the bar is written `\|`, as every bar there. An escaped brace is text,
 * and so are braces without a bar or with one side empty.
 */
export function remarkRuby(this: Processor): undefined {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(syntax)
  ;(data.fromMarkdownExtensions ??= []).push(fromMarkdown)
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  let empty = true
  return start

  function start(code: Parameters<State>[0]): State | undefined {
    effects.enter('ruby')
    effects.enter('rubyMarker')
    effects.consume(code)
    effects.exit('rubyMarker')
    effects.enter('rubyBase')
    return base
  }

  function base(code: Parameters<State>[0]): State | undefined {
    if (code === null || code < 0 || code === leftBrace || code === rightBrace) return nok(code)
    if (code === backslash) return effects.check(escapedBar, beforeBar, consumeBase)(code)
    if (code === bar) return beforeBar(code)
    return consumeBase(code)
  }

  function consumeBase(code: Parameters<State>[0]): State {
    empty = false
    effects.consume(code)
    return base
  }

  function beforeBar(code: Parameters<State>[0]): State | undefined {
    if (empty) return nok(code)
    empty = true
    effects.exit('rubyBase')
    effects.enter('rubyMarker')
    if (code === backslash) {
      effects.consume(code)
      return consumeBar
    }
    return consumeBar(code)
  }

  function consumeBar(code: Parameters<State>[0]): State {
    effects.consume(code)
    effects.exit('rubyMarker')
    effects.enter('rubyAnnotation')
    return annotation
  }

  function annotation(code: Parameters<State>[0]): State | undefined {
    if (code === null || code < 0 || code === leftBrace || code === bar) return nok(code)
    if (code !== rightBrace) {
      empty = false
      effects.consume(code)
      return annotation
    }
    if (empty) return nok(code)
    effects.exit('rubyAnnotation')
    effects.enter('rubyMarker')
    effects.consume(code)
    effects.exit('rubyMarker')
    effects.exit('ruby')
    return ok
  }
}

const escapedBar: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('rubyMarker')
      effects.consume(code)
      return (next) => {
        effects.exit('rubyMarker')
        return next === bar ? ok(next) : nok(next)
      }
    }
  },
}

const syntax: Extension = { text: { [leftBrace]: { name: 'ruby', tokenize } } }

const fromMarkdown: FromMarkdownExtension = {
  enter: {
    ruby(token) {
      this.enter({ type: 'ruby', value: '', annotation: '' }, token)
    },
  },
  exit: {
    rubyBase(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'ruby') node.value = decodeString(this.sliceSerialize(token).trim())
    },
    rubyAnnotation(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'ruby') node.annotation = decodeString(this.sliceSerialize(token).trim())
    },
    ruby(token) {
      this.exit(token)
    },
  },
}
