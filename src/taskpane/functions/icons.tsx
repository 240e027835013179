import type { ReactElement } from "react";

// Small drawings for buttons whose words are in their labels.

/** Back, toward the list. */
export function BackIcon(): ReactElement {
  return <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"><path d="M10 3.5 5.5 8l4.5 4.5" /></svg>;
}

/** A grid with one cell marked: take what is selected. */
export function SelectionIcon(): ReactElement {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" aria-hidden="true">
      <rect x="2" y="2.5" width="12" height="11" rx="1" />
      <path d="M2 6.2h12M2 9.8h12M6 2.5v11M10 2.5v11" />
      <rect x="6" y="6.2" width="4" height="3.6" fill="currentColor" />
    </svg>
  );
}
