/* Run by Rhino in the Java machine that has EPUBCheck: judges every book it is given and writes BOOK.json beside it. */
for (var index = 0; index < arguments.length; index++) {
  var book = arguments[index]
  new com.adobe.epubcheck.tool.EpubChecker().run([book, '--quiet', '--json', book + '.json'])
}
