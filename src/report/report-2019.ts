// Printed by `npm run docs` from the definition of the form: what is wrong here is put right there, or in docs/report-types.mjs.

import type { Amount, AmountCell, CountCell } from '../table/data.js';
import type { FurtherTable } from '../table/further.js';
import type { AnyReport, NarrativeText, TextsAround } from './any-report.js';
import type { ReportCommon } from './report-common.js';

/** 二、主动公开：同样的一组格 */
export interface Disclosure2019Rules {
  /** 本年新制作数量 */
  readonly made: CountCell;
  /** 本年新公开数量 */
  readonly disclosed: CountCell;
  /** 对外公开总数量 */
  readonly disclosedTotal: CountCell;
}

/** 二、主动公开：同样的一组格 */
export interface Disclosure2019Licensing {
  /** 上一年项目数量 */
  readonly previousItems: CountCell;
  /** 本年增/减 */
  readonly change: CountCell;
  /** 处理决定数量 */
  readonly decisions: CountCell;
}

/** 二、主动公开。本年度主动公开政府信息的数量，按《中华人民共和国政府信息公开条例》第二十条各项分列 */
export interface Disclosure2019 {
  /** 规章 */
  readonly rules: Disclosure2019Rules;
  /** 规范性文件 */
  readonly normativeDocuments: Disclosure2019Rules;
  /** 行政许可 */
  readonly licensing: Disclosure2019Licensing;
  /** 其他对外管理服务事项 */
  readonly otherServices: Disclosure2019Licensing;
  /** 行政处罚 */
  readonly penalties: Disclosure2019Licensing;
  /** 行政强制 */
  readonly coercion: Disclosure2019Licensing;
  /** 行政事业性收费 */
  readonly fees: {
    /** 上一年项目数量 */
    readonly previousItems: CountCell;
    /** 本年增/减 */
    readonly change: CountCell;
  };
  /** 政府集中采购 */
  readonly procurement: {
    /** 采购项目数量 */
    readonly items: CountCell;
    /** 采购总金额 */
    readonly amount: AmountCell;
  };
}

/** 三、依申请公开：同样的一组格 */
export interface Requests2019Received {
  /** 自然人 */
  readonly naturalPerson: CountCell;
  /** 法人或其他组织 */
  readonly organization: Requests2019ReceivedOrganization;
  /** 总计 */
  readonly total: CountCell;
}

/** 三、依申请公开：同样的一组格 */
export interface Requests2019ReceivedOrganization {
  /** 商业企业 */
  readonly business: CountCell;
  /** 科研机构 */
  readonly research: CountCell;
  /** 社会公益组织 */
  readonly charity: CountCell;
  /** 法律服务机构 */
  readonly legalService: CountCell;
  /** 其他 */
  readonly other: CountCell;
}

/** 三、依申请公开。本年度收到和处理政府信息公开申请的数量，按申请人和办理结果分列 */
export interface Requests2019 {
  /** 一、本年新收政府信息公开申请数量 */
  readonly received: Requests2019Received;
  /** 二、上年结转政府信息公开申请数量 */
  readonly carriedOver: Requests2019Received;
  /** 三、本年度办理结果 */
  readonly disposition: {
    /** （一）予以公开 */
    readonly granted: Requests2019Received;
    /** （二）部分公开（区分处理的，只计这一情形，不计其他情形） */
    readonly partial: Requests2019Received;
    /** （三）不予公开 */
    readonly denied: {
      /** 1.属于国家秘密 */
      readonly stateSecret: Requests2019Received;
      /** 2.其他法律行政法规禁止公开 */
      readonly forbiddenByLaw: Requests2019Received;
      /** 3.危及“三安全一稳定” */
      readonly securityAndStability: Requests2019Received;
      /** 4.保护第三方合法权益 */
      readonly thirdParty: Requests2019Received;
      /** 5.属于三类内部事务信息 */
      readonly internalAffairs: Requests2019Received;
      /** 6.属于四类过程性信息 */
      readonly processInformation: Requests2019Received;
      /** 7.属于行政执法案卷 */
      readonly enforcementFile: Requests2019Received;
      /** 8.属于行政查询事项 */
      readonly administrativeInquiry: Requests2019Received;
    };
    /** （四）无法提供 */
    readonly unavailable: {
      /** 1.本机关不掌握相关政府信息 */
      readonly notHeld: Requests2019Received;
      /** 2.没有现成信息需要另行制作 */
      readonly needsCreation: Requests2019Received;
      /** 3.补正后申请内容仍不明确 */
      readonly stillUnclear: Requests2019Received;
    };
    /** （五）不予处理 */
    readonly notProcessed: {
      /** 1.信访举报投诉类申请 */
      readonly petition: Requests2019Received;
      /** 2.重复申请 */
      readonly repeated: Requests2019Received;
      /** 3.要求提供公开出版物 */
      readonly publication: Requests2019Received;
      /** 4.无正当理由大量反复申请 */
      readonly excessive: Requests2019Received;
      /** 5.要求行政机关确认或重新出具已获取信息 */
      readonly reconfirmation: Requests2019Received;
    };
    /** （六）其他处理 */
    readonly otherwise: Requests2019Received;
    /** （七）总计 */
    readonly total: Requests2019Received;
  };
  /** 四、结转下年度继续办理 */
  readonly carriedForward: Requests2019Received;
}

/** 四、行政复议、行政诉讼：同样的一组格 */
export interface Review2019Reconsideration {
  /** 结果维持 */
  readonly upheld: CountCell;
  /** 结果纠正 */
  readonly corrected: CountCell;
  /** 其他结果 */
  readonly other: CountCell;
  /** 尚未审结 */
  readonly pending: CountCell;
  /** 总计 */
  readonly total: CountCell;
}

/** 四、行政复议、行政诉讼。因政府信息公开工作被申请行政复议、提起行政诉讼的件数，按结果分列 */
export interface Review2019 {
  /** 行政复议 */
  readonly reconsideration: Review2019Reconsideration;
  /** 行政诉讼 */
  readonly litigation: {
    /** 未经复议直接起诉 */
    readonly direct: Review2019Reconsideration;
    /** 复议后起诉 */
    readonly afterReconsideration: Review2019Reconsideration;
  };
}

/** 与规定格式不同的标题 */
export type Headings2019 = {
  /** 一、总体情况 */
  readonly overview?: string | undefined;
  /** 二、主动公开政府信息情况 */
  readonly disclosure?: string | undefined;
  /** 三、收到和处理政府信息公开申请情况 */
  readonly requests?: string | undefined;
  /** 四、政府信息公开行政复议、行政诉讼情况 */
  readonly review?: string | undefined;
  /** 五、存在的主要问题及改进情况 */
  readonly problems?: string | undefined;
  /** 六、其他需要报告的事项 */
  readonly other?: string | undefined;
};

/** 自行撰写的文字 */
export type Narrative2019 = {
  /** 引言。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据 */
  readonly preamble?: NarrativeText | undefined;
  /** 一、总体情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据 */
  readonly overview?: NarrativeText | undefined;
  /** 二、主动公开政府信息情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据；印在表前。表前、表后都有的，分别写在 before 和 after 里 */
  readonly disclosure?: NarrativeText | TextsAround | undefined;
  /** 三、收到和处理政府信息公开申请情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据；印在表前。表前、表后都有的，分别写在 before 和 after 里 */
  readonly requests?: NarrativeText | TextsAround | undefined;
  /** 四、政府信息公开行政复议、行政诉讼情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据；印在表前。表前、表后都有的，分别写在 before 和 after 里 */
  readonly review?: NarrativeText | TextsAround | undefined;
  /** 五、存在的主要问题及改进情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据 */
  readonly problems?: NarrativeText | undefined;
  /** 六、其他需要报告的事项。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据 */
  readonly other?: NarrativeText | undefined;
};

/** 表注 */
export type Notes2019 = {
  /** 二、主动公开政府信息情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据 */
  readonly disclosure?: NarrativeText | undefined;
  /** 三、收到和处理政府信息公开申请情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据 */
  readonly requests?: NarrativeText | undefined;
  /** 四、政府信息公开行政复议、行政诉讼情况。一段文字，或各段的列表；可用 {{变量}} 引用本报告的数据 */
  readonly review?: NarrativeText | undefined;
};

/** 报告里没有的部分 */
export type Absent2019 = {
  /** 一、总体情况 */
  readonly overview?: string | undefined;
  /** 二、主动公开政府信息情况 */
  readonly disclosure?: string | undefined;
  /** 三、收到和处理政府信息公开申请情况 */
  readonly requests?: string | undefined;
  /** 四、政府信息公开行政复议、行政诉讼情况 */
  readonly review?: string | undefined;
  /** 五、存在的主要问题及改进情况 */
  readonly problems?: string | undefined;
  /** 六、其他需要报告的事项 */
  readonly other?: string | undefined;
};

/** 公开渠道及公开信息条数：其中一项 */
export type Facts2019Channels = {
  /** 渠道 */
  readonly name: string;
  /** 公开条数 */
  readonly count: number;
  /** 单位 */
  readonly unit?: string | undefined;
};

/** 政府网站和政务新媒体平台及个数：其中一项 */
export type Facts2019Platforms = {
  /** 平台 */
  readonly name: string;
  /** 个数 */
  readonly count: number;
};

/** 业务培训场次和人次 */
export type Facts2019Training = {
  /** 场次 */
  readonly sessions: number;
  /** 人次 */
  readonly participants: number;
};

/** 信息处理费件数和金额 */
export type Facts2019Fees = {
  /** 件数 */
  readonly cases: number;
  /** 金额，没有单位的为元 */
  readonly amount: Amount;
};

/** 默认模板用到的事实 */
export type Facts2019 = {
  /** 公开渠道及公开信息条数 */
  readonly channels?: readonly Facts2019Channels[] | undefined;
  /** 政策解读件数 */
  readonly interpretations?: number | undefined;
  /** 政府开放日次数 */
  readonly openDays?: number | undefined;
  /** 答复公众咨询件数 */
  readonly consultations?: number | undefined;
  /** 政府网站和政务新媒体平台及个数 */
  readonly platforms?: readonly Facts2019Platforms[] | undefined;
  /** 专题会议次数 */
  readonly meetings?: number | undefined;
  /** 业务培训场次和人次 */
  readonly training?: Facts2019Training | undefined;
  /** 工作考核情况。如 `政务公开工作纳入本单位年度考核。` */
  readonly assessment?: string | undefined;
  /** 社会评议情况。如 `通过问卷开展社会评议，总体评价良好。` */
  readonly socialReview?: string | undefined;
  /** 责任追究情况。如 `本年度没有因违反政府信息公开规定被追究责任的情况。` */
  readonly accountability?: string | undefined;
  /** 存在的主要问题 */
  readonly problems?: readonly string[] | undefined;
  /** 改进情况 */
  readonly measures?: readonly string[] | undefined;
  /** 信息处理费件数和金额 */
  readonly fees?: Facts2019Fees | undefined;
  /** 其他需要报告的事项 */
  readonly otherMatters?: readonly string[] | undefined;
  /** 文字里要用的其他数字，名称自定 */
  readonly other?: { readonly [name: string]: number } | undefined;
};

/** 各部分另附的表格 */
export type FurtherTables2019 = {
  /** 一、总体情况 */
  readonly overview?: readonly FurtherTable[] | undefined;
  /** 二、主动公开政府信息情况 */
  readonly disclosure?: readonly FurtherTable[] | undefined;
  /** 三、收到和处理政府信息公开申请情况 */
  readonly requests?: readonly FurtherTable[] | undefined;
  /** 四、政府信息公开行政复议、行政诉讼情况 */
  readonly review?: readonly FurtherTable[] | undefined;
  /** 五、存在的主要问题及改进情况 */
  readonly problems?: readonly FurtherTable[] | undefined;
  /** 六、其他需要报告的事项 */
  readonly other?: readonly FurtherTable[] | undefined;
};

/** 政府信息公开工作年度报告（国办公开办函〔2019〕60号） */
export interface Report2019 extends ReportCommon {
  /** 格式。国办公开办函〔2019〕60号 */
  readonly edition: '2019';
  /** 与规定格式不同的标题 */
  readonly headings?: Headings2019 | undefined;
  /** 自行撰写的文字。没有给出的部分由默认模板写出；表格前后的文字没有默认模板 */
  readonly narrative?: Narrative2019 | undefined;
  /** 表注。印在规定表格的下面；自己写上“注：” */
  readonly notes?: Notes2019 | undefined;
  /** 报告里没有的部分。写明理由；这一部分不印，其表格和文字不用填写 */
  readonly absent?: Absent2019 | undefined;
  /** 默认模板用到的事实 */
  readonly facts?: Facts2019 | undefined;
  /** 各部分另附的表格 */
  readonly tables?: FurtherTables2019 | undefined;
  /** 上年的报告。本机关上一年度的报告，与本报告同样写法；用来核对跨年的数字 */
  readonly previous?: AnyReport | undefined;
  /** 二、主动公开。本年度主动公开政府信息的数量，按《中华人民共和国政府信息公开条例》第二十条各项分列 */
  readonly disclosure?: Disclosure2019 | undefined;
  /** 三、依申请公开。本年度收到和处理政府信息公开申请的数量，按申请人和办理结果分列 */
  readonly requests?: Requests2019 | undefined;
  /** 四、行政复议、行政诉讼。因政府信息公开工作被申请行政复议、提起行政诉讼的件数，按结果分列 */
  readonly review?: Review2019 | undefined;
}
