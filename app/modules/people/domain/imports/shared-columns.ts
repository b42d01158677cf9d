/**
 * Sentences about columns that are named for more than one field, each with the column as the file calls it, or its
 * number, and with the fields; empty where there are none.
 */
export function sharedColumnFaults(
  columns: Readonly<Record<string, number>>,
  { header, labelOf }: { readonly header?: readonly string[]; readonly labelOf: (field: string) => string },
): string[] {
  const fieldsOf = Map.groupBy(Object.keys(columns), (field) => columns[field] ?? 0);
  return [...fieldsOf]
    .filter(([, fields]) => fields.length > 1)
    .sort(([a], [b]) => a - b)
    .map(([place, fields]) => {
      const name = header?.[place]?.trim();
      const column = name ? `“${name}” (column ${place + 1})` : `Column ${place + 1}`;
      return `${column} is named for ${listed(fields.map(labelOf))}; a column is one field.`;
    });
}

function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].join(' and ');
}
