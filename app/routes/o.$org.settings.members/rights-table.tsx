import type { RightsDifference } from '~/modules/organizations/domain/permission-words';

/** What somebody may otherwise than before. */
export function RightsTable({ rights }: { readonly rights: readonly RightsDifference[] }) {
  return (
    <table className="table source-table settings-difference" aria-label="What changes">
      <thead>
        <tr>
          <th scope="col">Right</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {rights.map(({ what, before, after }) => (
          <tr key={what}>
            <th scope="row">{`May ${what}`}</th>
            <td data-label="Now">
              <del>{before}</del>
            </td>
            <td data-label="Then">
              <ins>{after}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
