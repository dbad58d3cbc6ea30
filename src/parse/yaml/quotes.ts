/** Puts a text in the quotation marks that YAML needs around it: `"Bloomberg: Kyiv wants"`, `'"No deal", says envoy'`. */
export function quoteForYaml(text: string): string {
  // An author who copies the line would lose what it does not show, so all is shown that a field may have.
  const shown = text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
  // In single quotes, " and \ stand for themselves.
  return /["\\]/.test(shown) ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
}

// A summary, the longest of the fields that have a limit, has 320 characters at most.
const maxShownLength = 400;
