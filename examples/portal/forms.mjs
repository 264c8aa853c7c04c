/** What a form has sent; undefined if it is none. @param {Uint8Array} body @param {string} type its type, with the boundary of its parts */
export async function formOf(body, type) {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
