/**
 * A card's own address ends with a slash where it is led to, and where the app that is installed from it begins: the app's
 * scope is a mere beginning of addresses, and without the slash `/c/kose` would hold `/c/kose-kahve`, too. The framework knows
 * no such slash, and would lead out of the scope to be rid of it.
 */

/**
 * What the framework knows it by.
 *
 * @param {string} url
 * @returns {string}
 */
export const knownAddress = (url) => url.replace(/^(\/c\/[^/?#]+)\/(?=\?|$)/, "$1");

/**
 * Where a redirect leads.
 *
 * @param {string} location
 * @returns {string}
 */
export const ledAddress = (location) =>
  location.replace(/^((?:https?:\/\/[^/]+)?\/c\/[^/?#]+)(?=[?#]|$)/, "$1/");

/**
 * Where the links of a page lead.
 *
 * @param {string} html
 * @returns {string}
 */
export const ledLinks = (html) => html.replace(/(<a\b[^>]*\bhref="\/c\/[^/?#"]+)(?=[?#"])/g, "$1/");
