export interface TableData {
  columns: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[];
}

export function DataTable({ caption, columns, rows }: TableData & { caption: string }) {
  return (
    // Scrolls by keyboard as well.
    <div className="max-h-72 overflow-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="w-full text-sm tabular">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-left text-muted">
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={`py-1.5 font-medium ${index > 0 ? 'pl-4 text-right' : ''}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1.5 text-left font-normal">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className="py-1.5 pl-4 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
