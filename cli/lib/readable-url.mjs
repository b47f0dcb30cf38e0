/**
 * A per cent sign that begins no character stands for itself, as it does in a query. The framework would fail on it before
 * any page or route of ours is asked; so it is a name like any other that nothing here goes by.
 *
 * @param {string} url
 * @returns {string}
 */
export function readableUrl(url) {
  const path = url.split("?", 1)[0] ?? "";
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll("%", "%25") + url.slice(path.length);
  }
}
