import { TriangleAlert } from 'lucide-react';

/** What whoever goes on should know first. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="pack-warnings">
      {warnings.map((warning) => (
        <li key={warning}>
          <TriangleAlert size={14} aria-hidden /> {warning}
        </li>
      ))}
    </ul>
  );
}
