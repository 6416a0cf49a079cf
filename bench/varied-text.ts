/** Text of a journal's kind in any amount, the same in every run: Chinese with Latin words, figures, quotations and ruby. */

const clauses = [
  '实验室的灯到后半夜还亮着',
  '那一年的经费比往年晚到了四个月',
  '评审会上意见并不一致',
  '谁也说不清这条线应该画在哪里',
  '他把旧图纸翻出来重新描了一遍',
  '样品要先在恒温箱里放满三天',
  '数据看上去很好',
  '问题出在接口上',
  '这件事后来写进了年报',
  '城市的边界随着地铁向外移动',
  '先有厂房再有道路',
  '学校与企业之间多了一座桥',
  '从图书馆出来就是河',
  '年轻人愿意留下',
  '房租却一年比一年高',
  '政策是一点一点松开的',
  '最初的名单只有十几个人',
  '两边的标准并不相同',
  '换算起来要费一番功夫',
  '仪器的利用率因此提高了将近一倍',
  '不过账面上看不出来',
  '编辑部为此开过两次会',
  '读者来信里也常常问到',
  '答案往往藏在附录里',
  '规模不等于质量',
  '排名的升降不必太当真',
  '权重稍微一动次序就变',
  '把它们放在同一张表里比较并不公平',
  '春天种下的树已经有两人多高',
  '会议室的白板上写满了算式',
  '没有人愿意先擦掉',
  '合作从一封邮件开始',
  '第二天双方就签了字',
  '技术路线却争论了半年',
  '失败的记录同样应当保存',
  '后来的人才不会在同一个地方跌倒',
  '老师傅伸手一摸便知道误差有多大',
  '机器做不到这一点',
  '至少现在还做不到',
  '问卷收回来的不到一半',
  '剩下的要靠电话一个个去问',
  '有些话只能在饭桌上说',
  '这些材料分散在七个部门',
  '调档手续十分繁琐',
  '我们只好从报纸里找线索',
  '结论需要谨慎',
  '趋势大体清楚',
  '细节仍待核对',
] as const

const latin = [
  'innovation',
  'Python',
  'laboratory',
  'Nature',
  'OECD',
  'ecosystem',
  'AI',
  'Silicon Valley',
  'manufacturing',
  'open access',
  'CRISPR',
  'benchmark',
  'GDP',
  'spillover',
  'University of Tokyo',
  'PCT',
  'characterization',
  'LaTeX',
  'Freeman',
  'system',
  'peer review',
  'GitHub',
  'infrastructure',
  'R&D',
] as const

const figures = ['2022', '1.5%', '38', '3.14', '12', '1998', '0.5', '47%', '10', '2035', '1/5', '6'] as const
const units = ['年', '个', '家', '项', '万元', '次', '人', '页', '期'] as const
const titles = [
  '《自然》',
  '《科学》',
  '《长江三角洲区域规划》',
  '《天工开物》',
  '“十四五”',
  '“从0到1”',
] as const
const ruby = ['{墨|mò}', '{刊本|kān běn}', '{镂|lòu}'] as const

/** A small generator with a fixed seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Paragraphs in Markdown, the same for the same seed. One in ten is a sentence, one in ten is ten or more. */
export function variedParagraphs(count: number, seed: number): string[] {
  const roll = dice(seed)
  const one = <Of>(of: readonly Of[]): Of => of[roll(of.length)] as Of
  const clause = (): string => {
    const base = one(clauses)
    const at = 2 + roll(Math.max(1, base.length - 3))
    switch (roll(12)) {
      case 0:
        return `${base.slice(0, at)}${one(latin)}${base.slice(at)}`
      case 1:
        return `${one(figures)}${one(units)}里${base}`
      case 2:
        return `${one(titles)}说${base}`
      case 3:
        return `${base.slice(0, at)}（${one(clauses).slice(0, 4 + roll(4))}）${base.slice(at)}`
      case 4:
        return `${base}——${one(clauses)}`
      case 5:
        return `${base.slice(0, at)}“${one(clauses)}”${base.slice(at)}`
      case 6:
        return roll(6) === 0 ? `${base}${one(ruby)}` : `${base.slice(0, at)}、${one(clauses)}`
      default:
        return base
    }
  }
  return Array.from({ length: count }, () => {
    const length = roll(10) === 0 ? 1 : roll(10) === 0 ? 12 + roll(8) : 3 + roll(6)
    return Array.from({ length }, () => {
      const parts = Array.from({ length: 1 + roll(4) }, clause)
      const end = roll(14) === 0 ? '？' : roll(20) === 0 ? '……' : '。'
      return parts.join(roll(9) === 0 ? '；' : '，') + end
    }).join('')
  })
}

/** The paragraph without its ruby, for programs that have none. */
export function plainText(paragraph: string): string {
  return paragraph.replaceAll(/\{([^|}]*)\|[^}]*\}/gu, '$1')
}
