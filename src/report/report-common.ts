// Printed by `npm run docs` from the definition of the form: what is wrong here is put right there, or in docs/report-types.mjs.

/** 行政机关 */
export interface Agency {
  /** 机关全称 */
  readonly name: string;
  /** 正文中的自称。不填则用“本机关”。如 `我局` */
  readonly shortName?: string | undefined;
  /** 联系部门。如 `办公室` */
  readonly office?: string | undefined;
  /** 地址。如 `示例县示例路1号` */
  readonly address?: string | undefined;
  /** 邮编。如 `100000` */
  readonly postcode?: string | undefined;
  /** 电话。如 `010-00000000` */
  readonly telephone?: string | undefined;
  /** 传真。如 `010-00000001` */
  readonly fax?: string | undefined;
  /** 电子邮箱。如 `zwgk@example.gov.cn` */
  readonly email?: string | undefined;
  /** 下载电子版的网站 */
  readonly website?: AgencyWebsite | undefined;
}

/** 下载电子版的网站 */
export interface AgencyWebsite {
  /** 网站名称。如 `示例县人民政府网站` */
  readonly name: string;
  /** 网址。如 `http://www.example.gov.cn/` */
  readonly url: string;
}

/** 落款 */
export interface Signoff {
  /** 署名。不填则为机关全称；几个机关联合署名的，写成列表，依次向下排 */
  readonly agency?: string | readonly string[] | undefined;
  /** 成文日期 */
  readonly date: string;
}

/** 对一处已知问题的豁免 */
export interface Waiver {
  /** 规则。如 sum/I2 */
  readonly rule: string;
  /** 位置。如 requests.disposition.total.total；也管它下面的各处。* 代表一级或几级，用来管一列 */
  readonly path: string;
  /** 理由 */
  readonly reason: string;
}

/** 各种报告都有的内容 */
export interface ReportCommon {
  /** 报告年度 */
  readonly year: number;
  /** 行政机关 */
  readonly agency: Agency;
  /** 报告标题。不填则为 机关全称＋年份＋年政府信息公开工作年度报告；要按自己的分行印，写成各行的列表 */
  readonly title?: string | readonly string[] | undefined;
  /** 主送机关。印在标题和正文之间，顶格。如 `县政府办公室：` */
  readonly addressee?: string | undefined;
  /** 落款 */
  readonly signoff?: Signoff | undefined;
  /** 对已知问题的豁免 */
  readonly waivers?: readonly Waiver[] | undefined;
}
