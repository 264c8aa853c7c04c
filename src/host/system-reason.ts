/** What the system says by its codes, in the reader's language. */
const REASONS: { readonly [code: string]: string } = {
  EACCES: '没有权限',
  EBUSY: '正被别的程序使用',
  EDQUOT: '超过了磁盘限额',
  EISDIR: '是文件夹，不是文件',
  EIO: '磁盘读写出错',
  ELOOP: '链接绕成了圈',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '文件名太长',
  ENOENT: '没有这个文件或文件夹',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径里有一段是文件，不是文件夹',
  EPERM: '不允许这样做',
  EROFS: '磁盘只能读，不能写',
};

/** Why the system could not do something with a file: with its code, by which help can be found; other errors in their own words. */
export function systemReason(error: unknown): string {
  const { code = '', message = String(error) } = error as Partial<NodeJS.ErrnoException>;
  const reason = REASONS[code];
  return reason === undefined ? message : `${reason}（${code}）`;
}
