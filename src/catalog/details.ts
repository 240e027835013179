import { csvRecords } from "../units/csv-records";
import detailsTable from "./asic-details.csv";

// What a person wants to know of a machine and no formula needs: apart, so that the worksheet functions do not carry it.

export interface AsicDetails {
  readonly id: string;
  /** The bin as the maker prints it: "Hyd 580 TH/s". */
  readonly variant: string;
  /** Process of the chip in nm, or "" */
  readonly chipNm: string;
  readonly weightKg: string;
  readonly voltageV: string;
  readonly notes: string;
}

let cache: ReadonlyMap<string, AsicDetails> | undefined;

/** Details of a model by its id; every model of the catalog has them, each figure "" where no source tells. */
export function asicDetails(id: string): AsicDetails | undefined {
  cache ??= new Map(
    csvRecords(detailsTable).map((field) => [
      field("id"),
      { id: field("id"), variant: field("variant"), chipNm: field("chip_nm"), weightKg: field("weight_kg"), voltageV: field("voltage_v"), notes: field("notes") },
    ]),
  );
  return cache.get(id);
}
