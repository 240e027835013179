import type { Contract } from "./document";

/** Hours a year in which machines stand still for a contract's peaks and for what the grid calls. */
export function hoursOffYear({ coincidentPeak: peak, demandResponse: response }: Contract): number {
  return (peak?.hoursOffYear ?? 0) + (response ? response.enrolledShare * response.hoursOffYear : 0);
}
