/** Ids of the screen's parts, by what the ribbon's buttons ask for. */
export const SECTION_IDS = { copy: "share-copy", freeze: "share-freeze", repair: "share-repair" } as const;

/** Shows a part that is further down. */
export function scrollToSection(section: keyof typeof SECTION_IDS): void {
  document.getElementById(SECTION_IDS[section])?.scrollIntoView({ block: "start" });
}
