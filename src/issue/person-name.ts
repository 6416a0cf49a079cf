/** A name as catalogues want it. `organisation` is one that is no person's; `whole` one that cannot be divided safely. */
export type PersonName =
  | { readonly kind: 'person'; readonly surname: string; readonly given: string }
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'organisation'; readonly text: string }

/** 复姓 in use. */
const doubleSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 宇文 长孙 端木 轩辕 南宫 独孤 拓跋 呼延 百里 东郭 西门 澹台 公冶 宗政 濮阳 淳于 单于 申屠 仲孙 钟离 闾丘 鲜于 太史 亓官'.split(
    ' ',
  ),
)

/** Surnames that make up nearly all of those in use. A name that begins otherwise is left whole. */
const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.split(
    '',
  ),
)

const organisation =
  /(?:编辑部|评论员|课题组|专题组|项目组|工作组|调研组|研究组|写作组|报道组|委员会|研究院|研究所|研究中心|中心|学院|大学|学会|协会|公司|记者|本刊.*|.*[部组室社局处署])$/u

/**
 * Divides a name into surname and given name. Chinese names stand surname first; names in Latin letters are divided only
 * where a comma or capitals say which part is the surname.
 */
export function personName(name: string): PersonName {
  const text = name.trim()
  if (organisation.test(text)) return { kind: 'organisation', text }
  if (/^\p{Script=Han}{2,4}$/u.test(text)) {
    const characters = [...text]
    const double = characters.slice(0, 2).join('')
    if (characters.length > 2 && doubleSurnames.has(double))
      return person(double, characters.slice(2).join(''))
    if (surnames.has(characters[0] ?? '')) return person(characters[0] ?? '', characters.slice(1).join(''))
  }
  const comma = /^([^,]+),\s*([^,]+)$/u.exec(text)
  if (comma) return person(comma[1] ?? '', comma[2] ?? '')
  const words = text.split(/\s+/u)
  const capitals = words.filter((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word))
  if (words.length > 1 && capitals.length === 1) {
    const surname = capitals[0] ?? ''
    return person(surname, words.filter((word) => word !== surname).join(' '))
  }
  return { kind: 'whole', text }
}

function person(surname: string, given: string): PersonName {
  return { kind: 'person', surname, given }
}
