import type { SourceBlock } from '../neutral/reading.js';

/** Lines by which pages name, share, count and sign what is on them. */
const LINES: readonly RegExp[] = [
  /^(?:当前位置|您(?:现在)?(?:的|所在)位置|首页\s*[>»›/·-]|.{0,12}[>»›].{0,30}[>»›])/u,
  /^[【[]?(?:字号|字体|大\s*中\s*小|打印|关闭|收藏|分享|返回|我要纠错|纠错|复制链接|下载|浏览次数|浏览量|阅读量|点击数|访问量|阅读|浏览)(?:$|[\s：:【[\]】（(|\d])/u,
  /^(?:分享到|分享至|扫一扫|扫码|微信扫|手机扫|上一篇|下一篇|上一条|下一条|相关(?:链接|阅读|文章|信息|稿件)|相关解读|附件下载|返回顶部|网站地图|联系我们|关于我们|无障碍|智能机器人)/u,
  /^(?:发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|发布机构|发布单位|信息来源|来源|文章来源|稿源|作者|责任编辑|编辑|责编|审核|录入|索引号|信息索引|信息分类|主题分类|主题词|信息名称|文号|有效性|体裁分类|服务对象|公开方式|公开范围|公开时限|公开形式|组配分类|名称|日期|时间)\s*[：:]/u,
  /^(?:版权所有|主办单位?|承办单位?|主管单位?|协办|技术支持|网站标识码|网站支持|政府网站标识码|建议使用|copyright|©|.{0,12}ICP备|.{0,20}公网安备)/iu,
  /^(?:[|｜·•>»\-—_=*#\s]+|\d{4}-\d{2}-\d{2}(?:\s+\d{2}:\d{2}(?::\d{2})?)?)$/u,
];

/** What tools of a page are called: a line of nothing else is a row of them. */
const TOOL =
  /(?:新浪|腾讯)?微博|微信(?:好友)?|朋友圈|QQ(?:空间|好友)?|人人网|豆瓣|贴吧|钉钉|打印(?:本[页文])?|关闭(?:窗口|本页)?|(?:加入)?收藏(?:本[站页])?|设为首页|返回(?:顶部|首页|列表|上[页级])?|[繁简]体版?|English|(?:长者|适老)(?:模式|版)|无障碍(?:阅读|浏览)?|登录|注册|首页|更多|字[号体]|[大中小]|默认|纠错|复制|下载|分享|TOP/giu;

const isToolbar = (text: string): boolean =>
  text !== '' && text.replace(TOOL, '').replace(/[\s|｜·/、,，:：>»[\]【】()（）-]/gu, '') === '';

/** Lines that are of no report wherever they stand: page numbers, and what only the foot of a page says. */
const ANYWHERE: readonly RegExp[] = [
  /(?:ICP备\d|公网安备\s?\d|网站标识码|版权所有|All Rights Reserved)/iu,
  /^[-—–\s]*第?\s*\d+\s*页?(?:\s*[/共]\s*\d+\s*页?)?[-—–\s]*$/u,
  /^[|｜·•>»\-—_=*#\s]+$/u,
  /^目\s*[录次]$/u,
  // A line of a table of contents, with its page. A tab alone also stands before a figure that is typed.
  /^[^\d\s].{2,60}(?:[.．·…]{3,}|…{2,})[\s.．·…]*\d{1,3}$/u,
  /^[一二三四五六七八九十]{1,3}、.{2,60}\t\s*\d{1,3}$/u,
];

/** A longer line says something. */
const LONGEST = 120;

/** Whether a paragraph is of the page that it stands on, and of no report. */
export function isFurniture(block: SourceBlock): boolean {
  if (block.isAside === true || block.kind === 'table') return block.isAside === true;
  return block.text.length <= LONGEST && ANYWHERE.some((pattern) => pattern.test(block.text.trim()));
}

/** Whether a paragraph before or after a report is of the page. Within one, such a line may be of the report. */
export function isEdgeFurniture(block: SourceBlock): boolean {
  if (isFurniture(block) || block.kind === 'table') return isFurniture(block);
  // Links of a page are names; a sentence that is one says something.
  if (block.isLinked) return !/[。；]/u.test(block.text);
  const text = block.text.trim();
  return text.length <= LONGEST && (isToolbar(text) || LINES.some((pattern) => pattern.test(text)));
}
