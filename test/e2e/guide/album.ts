import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { fontsOf, labelsOf, wordsIn } from "./words";

/** What is kept of a picture beside its file: the words in it, which every machine shows alike. */
interface Kept { readonly words: readonly string[] }
interface Index { readonly fonts: string; readonly pictures: Readonly<Record<string, Kept>> }

/** Share of pixels that may differ, edges of letters aside: hints of a font differ between versions of its renderer. */
const MOST_DIFFERENT = 0.01;
/** How far a pixel's color may be off before it counts, 0 to 1. */
const COLOR_THRESHOLD = 0.2;
const MARGIN = 12;
/** Below what a picture ends with, before the next line begins. */
const MARGIN_BELOW = 6;

/** Where a picture begins and ends; left out: at the top of the pane, and the whole page of the workbench. */
export interface Cut { readonly from?: Locator; readonly to?: Locator }

/**
 * The guide's pictures: written anew, or held against those that are there. A picture is stale when its words are others, on every
 * machine; and when its pixels are, where the fonts are those that it was taken with.
 */
export class Album {
  private readonly indexFile: string;
  private readonly kept: Index;
  private readonly taken = new Map<string, Kept>();
  private fonts = "";
  /** every label that was to be seen on the way */
  readonly labels = new Set<string>();

  constructor(private readonly folder: string, private readonly writing: boolean) {
    this.indexFile = join(folder, "words.json");
    this.kept = existsSync(this.indexFile) ? (JSON.parse(readFileSync(this.indexFile, "utf8")) as Index) : { fonts: "", pictures: {} };
    mkdirSync(folder, { recursive: true });
  }

  /** Notes what can be read here. */
  async look(page: Page, pane: Frame): Promise<void> {
    for (const frame of [page.mainFrame(), pane]) for (const label of await labelsOf(frame)) this.labels.add(label);
    this.fonts ||= await fontsOf(pane);
  }

  /** Takes a picture of the pane, from one place to another. @returns what makes it differ from the kept one */
  async pane(name: string, page: Page, pane: Frame, { from, to }: Cut): Promise<string[]> {
    await this.still(page, pane);
    const frame = (await (await pane.frameElement()).boundingBox())!;
    const top = (await from?.boundingBox())?.y ?? frame.y + MARGIN;
    const end = (await to?.boundingBox()) ?? { y: frame.y + frame.height, height: 0 };
    const y = Math.max(frame.y, Math.floor(top - MARGIN));
    const bottom = Math.min(frame.y + frame.height, Math.ceil(end.y + end.height + MARGIN_BELOW));
    const clip = { x: frame.x, y, width: frame.width, height: bottom - y };
    return this.keep(name, await page.screenshot({ clip, animations: "disabled", caret: "hide" }), await wordsIn(pane, y - frame.y, bottom - frame.y));
  }

  /** Takes a picture of the whole window. Its sheet is drawn, so its words are those of the pane. */
  async window(name: string, page: Page, pane: Frame): Promise<string[]> {
    await this.still(page, pane);
    return this.keep(name, await page.screenshot({ animations: "disabled", caret: "hide" }), await wordsIn(pane, 0, Infinity));
  }

  /** Writes the index and takes away pictures that were not taken, when writing. */
  finish(): void {
    if (!this.writing) return;
    const index: Index = { fonts: this.fonts, pictures: Object.fromEntries([...this.taken].sort(([a], [b]) => a.localeCompare(b))) };
    writeFileSync(this.indexFile, `${JSON.stringify(index, undefined, 1)}\n`);
    for (const file of readdirSync(this.folder)) if (file.endsWith(".png") && !this.taken.has(file.slice(0, -4))) rmSync(join(this.folder, file));
  }

  names(): string[] {
    return [...this.taken.keys()].sort();
  }

  /** Nothing moves, nothing is hovered. */
  private async still(page: Page, pane: Frame): Promise<void> {
    await page.mouse.move(2, 2);
    await this.look(page, pane);
    await pane.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  }

  private keep(name: string, png: Buffer, words: string[]): string[] {
    this.taken.set(name, { words });
    const file = join(this.folder, `${name}.png`);
    if (this.writing) {
      writeFileSync(file, png);
      return [];
    }
    const before = this.kept.pictures[name];
    if (!before || !existsSync(file)) return [`${name}: there is no such picture yet`];
    const gone = before.words.filter((word) => !words.includes(word));
    const come = words.filter((word) => !before.words.includes(word));
    const differences = [...gone.map((word) => `${name}: no longer says "${word}"`), ...come.map((word) => `${name}: now says "${word}"`)];
    // With other fonts every line is elsewhere; the words still tell.
    return this.fonts === this.kept.fonts ? [...differences, ...pixelDifference(name, readFileSync(file), png)] : differences;
  }

  /** Whether pixels are compared here; false where fonts are others than those of the kept pictures. */
  comparesPixels(): boolean {
    return this.fonts === this.kept.fonts;
  }
}

function pixelDifference(name: string, before: Buffer, now: Buffer): string[] {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(now)];
  if (a.width !== b.width || a.height !== b.height) return [`${name}: is ${b.width} × ${b.height} pixels, was ${a.width} × ${a.height}`];
  const share = pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: COLOR_THRESHOLD }) / (a.width * a.height);
  return share > MOST_DIFFERENT ? [`${name}: ${(share * 100).toFixed(1)} % of its pixels differ`] : [];
}
