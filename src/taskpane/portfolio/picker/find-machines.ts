import { asicModels, fullName, type AsicModel, type Confidence, type Cooling } from "../../../catalog/catalog";

/** What the picker is asked for; what is left out admits all. */
export interface MachineQuery {
  /** every word must be in the name */
  readonly words: string;
  readonly maker?: string;
  readonly cooling?: Cooling;
  readonly mostJth?: number;
  readonly fromYear?: number;
  readonly confidence?: Confidence;
}

/** Models that fit, most efficient first, as the catalog is ordered. */
export function findMachines({ words, maker, cooling, mostJth, fromYear, confidence }: MachineQuery): readonly AsicModel[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return asicModels().filter((model) => {
    const name = `${model.manufacturer} ${fullName(model)}`.toLowerCase();
    return wanted.every((word) => name.includes(word))
      && (maker === undefined || model.manufacturer === maker)
      && (cooling === undefined || model.cooling === cooling)
      && (mostJth === undefined || model.efficiencyJth <= mostJth)
      && (fromYear === undefined || Number(model.released.slice(0, 4)) >= fromYear)
      && (confidence === undefined || model.confidence === confidence);
  });
}

/** Makers, those with the most models first. */
export function makers(): readonly string[] {
  const counts = new Map<string, number>();
  for (const { manufacturer } of asicModels()) counts.set(manufacturer, (counts.get(manufacturer) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([maker]) => maker);
}

/** Years of release, newest first. */
export function years(): readonly number[] {
  return [...new Set(asicModels().map(({ released }) => Number(released.slice(0, 4))).filter((year) => year > 0))].sort((a, b) => b - a);
}

/** Who says so, in a line: the host of an address, other sources as they are; and how well it is supported. */
export function sourceText({ source, source2, confidence }: AsicModel): string {
  const sources = [source, source2].filter((each) => each !== "").map((each) => /^https?:\/\/(?:www\.)?([^/]+)/.exec(each)?.[1] ?? each);
  return `${[...new Set(sources)].join("; ")} (${confidence === "high" ? "two publishers agree" : "one source"})`;
}
