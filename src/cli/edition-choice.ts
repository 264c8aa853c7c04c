/** `哪一年版的格式：2021 或 2019`: what usage says of `--edition`, the latest first. */
export async function editionChoice(): Promise<string> {
  const { editions } = await import('../editions/editions.js');
  return `哪一年版的格式：${Object.keys(editions).reverse().join(' 或 ')}`;
}
