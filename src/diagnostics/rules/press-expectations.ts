import type { Bilingual } from '../rule.js'

export interface PressExpectation {
  readonly reason: Bilingual
  readonly advice: Bilingual
}

function say(en: string, zh: string, adviceEn: string, adviceZh: string): PressExpectation {
  return { reason: { en, zh }, advice: { en: adviceEn, zh: adviceZh } }
}

/** What a printer or a library expects of a finished file, by the name of the expectation. */
export const pressExpectations: Readonly<Record<string, PressExpectation>> = {
  'pdf-readable': say('This is no PDF', '这不是 PDF', 'Name the PDF file', '请指定 PDF 文件'),
  'pdf-whole': say(
    'The PDF is damaged: its objects or pages cannot be read',
    '这个 PDF 已损坏，读不出其中的对象或页面',
    'Export it again, and compare the size after sending it',
    '请重新导出；传送之后核对文件大小',
  ),
  'pdf-unlocked': say(
    'The PDF is encrypted; neither a printer nor an archive may take it',
    '这个 PDF 已加密，印厂和图书馆都不能收',
    'Export it without a password and without restrictions',
    '请重新导出，不要设密码，也不要限制权限',
  ),
  'content-whole': say(
    'The content of a page is damaged and cannot be read to its end',
    '有一页的内容已损坏，读不完',
    'Export the page again',
    '请重新导出该页',
  ),
  'content-limit': say(
    'A page has more than 3 million drawing operations; it was looked at up to there',
    '有一页的绘图指令超过三百万条，只检查到这里',
    'Place charts of that size as pictures',
    '请把这样大的图表栅格化后再置入',
  ),
  'press-claim': say(
    'The file does not claim PDF/X: it is not meant for a press',
    '文件没有声明符合 PDF/X，不是供印刷用的',
    'Send the printer a file exported as PDF/X-4',
    '请另行导出 PDF/X-4 交给印厂',
  ),
  'press-standard': say(
    'The file claims a version of PDF/X that does not exist',
    '文件声明的 PDF/X 版本并不存在',
    'Export it as PDF/X-4',
    '请导出为 PDF/X-4',
  ),
  'document-language': say(
    'The file does not state the language of its text (PDF/UA-1, 7.2)',
    '文件没有注明正文语言（PDF/UA-1，7.2）',
    'Set Lang in the catalog',
    '请在文档目录（catalog）中写明 Lang',
  ),
  'output-intent': say(
    'The file claims PDF/A or PDF/X and its output intent does not name a fitting profile',
    '文件自称 PDF/A 或 PDF/X，输出意图却没有带合用的特性文件',
    'Export it with the profile of the printing condition',
    '请按印刷条件选定 ICC 特性文件再导出',
  ),
  'file-identifier': say(
    'The file has no identifier (ID in the trailer)',
    '文件没有标识符（trailer 中的 ID）',
    'Write it again with a program that gives one',
    '请用会写标识符的程序重新保存',
  ),
  'trapping-stated': say(
    'The file claims PDF/X and does not say whether it is trapped',
    '文件自称 PDF/X，却没有说明是否已做陷印',
    'Set Trapped to True or False',
    '请把 Trapped 设为 True 或 False',
  ),
  'active-content': say(
    'The file holds scripts or actions',
    '文件里有脚本或动作',
    'Export it without interactive parts',
    '请在导出时去掉交互内容',
  ),
  'annotation-in-print': say(
    'There is an annotation or a link where the page is printed',
    '印刷范围内有批注或链接',
    'Export it without annotations and links',
    '请在导出时去掉批注和链接',
  ),
  'tags-marked': say(
    'The file claims to be accessible and is not marked as tagged',
    '文件自称无障碍，却没有标明带结构标签',
    'Export it as tagged PDF',
    '请导出为带标签的 PDF',
  ),
  'title-in-bar': say(
    'The window shows the name of the file in place of the title (PDF/UA-1, 7.1)',
    '窗口标题显示的是文件名，而不是刊名（PDF/UA-1，7.1）',
    'Set DisplayDocTitle',
    '请设置 DisplayDocTitle',
  ),
  'figure-alternative': say(
    'A figure has no alternative text (PDF/UA-1, 7.3)',
    '有一幅图没有替代文本（PDF/UA-1，7.3）',
    'Describe it in a sentence',
    '请用一句话说明图的内容',
  ),
  'link-description': say(
    'A link has no description (PDF/UA-1, 7.18.5)',
    '有一个链接没有说明（PDF/UA-1，7.18.5）',
    'Give it Contents',
    '请补上 Contents',
  ),
  'font-embedded': say(
    'A font is not embedded',
    '有字体没有嵌入',
    'Embed it when exporting',
    '请在导出时嵌入字体',
  ),
  'font-type': say(
    'A font is of Type 3, which presses rasterise coarsely',
    '有 Type 3 字体，出版印刷时会被栅格化，笔画发虚',
    'Use a static TrueType or OpenType font, without synthetic bold',
    '请换用静态的 TrueType 或 OpenType 字体，不要用合成粗体',
  ),
  'font-unicode': say(
    'A font has no map to Unicode: its text cannot be copied or read out',
    '有字体没有 Unicode 对照表，文字不能复制，也不能朗读',
    'Export it with another program',
    '请换一个程序导出',
  ),
  'glyph-present': say(
    'A font lacks a character that is shown: a box or a gap stands in its place',
    '字体缺字，页面上只剩方框或空白',
    'Set the character in a font that has it',
    '请给缺的字换一款有这个字的字体',
  ),
  'colour-for-press': say(
    'A colour is not made of inks',
    '有颜色不是按油墨定的',
    'Convert it to CMYK, grey or a spot colour',
    '请转为 CMYK、灰度或专色',
  ),
  'colour-converted': say(
    'A colour has an RGB or Lab profile: the printer’s program decides its inks',
    '有颜色带 RGB 或 Lab 特性文件，油墨由印厂的程序决定',
    'Convert it through the profile of the printing condition, and look at the proof',
    '请按印刷条件的特性文件转换，并看打样',
  ),
  'colour-intent': say(
    'A device colour is not that of the output intent (PDF/A-2, 6.2.4.3)',
    '有设备颜色与输出意图不符（PDF/A-2，6.2.4.3）',
    'Convert it, or give it a profile',
    '请转换，或为它附上特性文件',
  ),
  'registration-colour': say(
    'The page uses registration colour, which prints in every ink',
    '页内使用了套准色，会在每一块版上印出',
    'Use black; registration colour is for the marks outside the trim',
    '请改用黑色；套准色只用于裁切线之外的规线',
  ),
  'black-text': say(
    'Small black text is made of several inks and will not register',
    '小号黑字由多色叠成，套印不准会发虚',
    'Set it in black ink only (C0 M0 Y0 K100)',
    '请改为单色黑（C0 M0 Y0 K100）',
  ),
  'black-overprint': say(
    'Small black text knocks a gap into the colour beneath it',
    '小号黑字在底色上镂空，套印不准会露白',
    'Let black text overprint',
    '请把黑字设为叠印',
  ),
  'white-overprint': say(
    'Something white overprints: it will not be seen',
    '有白色设了叠印，印出来会消失',
    'Let it knock out',
    '请取消叠印，改为镂空',
  ),
  'overprint-mode': say(
    'Overprint is set in a mode that does not do what it says',
    '叠印模式不对，叠印不会按预期生效',
    'Use overprint mode 1 with DeviceCMYK',
    '请用 DeviceCMYK 配叠印模式 1',
  ),
  'ink-limit': say(
    'There is more ink in one place than the paper takes',
    '有一处总墨量超过纸张的承受限度',
    'Convert the picture through the printer’s profile; make large blacks of less ink',
    '请按印厂的特性文件转换图片；大面积黑色减少用墨',
  ),
  'ink-unknown': say(
    'The ink of a picture was not looked at: it is packed as JPEG 2000 or for fax, or is very large',
    '有图片没有查墨量：用了 JPEG 2000 或传真压缩，或者太大',
    'Look at it by eye, or place it as TIFF or JPEG',
    '请人工检查，或改用 TIFF、JPEG 置入',
  ),
  'image-readable': say(
    'A picture cannot be read',
    '有图片读不出来',
    'Place it again from its original',
    '请用原图重新置入',
  ),
  'image-resolution': say(
    'A picture has too few pixels for the size it is placed in',
    '图片按现在的尺寸像素不够',
    'Place a larger original, or place it smaller',
    '请换更大的原图，或缩小尺寸',
  ),
  'line-width': say(
    'A line is too thin to print',
    '线太细，印不出来',
    'Make it at least 0.25 pt (0.1 mm)',
    '请设为 0.25 磅（0.1 毫米）以上',
  ),
  'page-boxes': say(
    'A page box is missing or lies outside another',
    '页面框缺失，或越出外框',
    'Set trim, bleed and media box on all pages',
    '请为所有页设置裁切框、出血框和介质框',
  ),
  'page-size': say(
    'A page is of another size than the first',
    '有一页的开本与首页不同',
    'Export all pages in one size',
    '请按同一开本导出各页',
  ),
  'page-multiple': say(
    'The page count does not fold into whole sheets',
    '总页数折不成整张',
    'Add or take out pages',
    '请增减页数',
  ),
  'bleed-box': say(
    'The sheet has too little room for the bleed',
    '出血不够宽',
    'Export it with 3 mm of bleed',
    '请带 3 毫米出血导出',
  ),
  'bleed-reached': say(
    'Something reaches the trim and does not go on into the bleed',
    '有对象到了裁切线，却没有做足出血',
    'Extend it by 3 mm beyond the trim',
    '请向裁切线外延伸 3 毫米',
  ),
  'text-margin': say(
    'Text is too near to the trim, or cut by it',
    '文字离裁切线太近，或被裁切',
    'Move it in by 3 mm at least',
    '请移到裁切线内 3 毫米以上',
  ),
  'transparency-allowed': say(
    'The page has live transparency, which the claimed standard does not know or nobody has agreed to',
    '页面有未拼合的透明，所声明的标准不允许，或未与印厂约定',
    'Export it as PDF/X-4, or flatten it',
    '请导出为 PDF/X-4，或先拼合透明',
  ),
  'blend-space': say(
    'Transparency is blended in RGB and changes colour on the press',
    '透明在 RGB 中混合，印出来会变色',
    'Set the blending space to CMYK',
    '请把混合空间设为 CMYK',
  ),
  'device-dependent': say(
    'The page leaves its look to the device: a transfer function, a halftone or PostScript',
    '页面外观取决于设备：含有传递函数、加网参数或 PostScript',
    'Export it without them',
    '请在导出时去掉',
  ),
}
