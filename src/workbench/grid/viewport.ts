// Where the sheet's contents are on the screen: what floats over the cells follows it.
import { LifecycleService, LifecycleStages } from "@univerjs/core";
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/engine-render";
import { SheetScrollManagerService, SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { Engine } from "./engine";

export interface SheetViewport {
  readonly sheetId: string;
  /** The canvas that shows the sheet, with its row and column headings. */
  readonly canvas: HTMLElement;
  /** Pixels of the canvas taken by headings and frozen panes. */
  readonly headings: { readonly left: number; readonly top: number };
  readonly frozen: { readonly left: number; readonly top: number };
  /** Pixels from the canvas's corner to the sheet's corner; negative when scrolled. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly scale: number;
}

export function sheetViewport({ injector, unitId }: Engine): SheetViewport | null {
  const render = injector.get(IRenderManagerService).getRenderById(unitId);
  const skeletons = render?.with(SheetSkeletonManagerService);
  const skeleton = skeletons?.getCurrentSkeleton();
  const param = skeletons?.getCurrentParam();
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !skeleton || !param || !main) return null;
  const scale = render.scene.getAncestorScale().scaleX;
  const { rowHeaderWidthAndMarginLeft: headingWidth, columnHeaderHeightAndMarginTop: headingHeight } = skeleton;
  const { xSplit, ySplit } = skeleton.worksheet.getFreeze();
  const frozenWidth = xSplit > 0 ? (skeleton.columnWidthAccumulation[xSplit - 1] ?? 0) : 0;
  const frozenHeight = ySplit > 0 ? (skeleton.rowHeightAccumulation[ySplit - 1] ?? 0) : 0;
  return {
    sheetId: param.sheetId,
    canvas: render.engine.getCanvasElement(),
    headings: { left: headingWidth * scale, top: headingHeight * scale },
    frozen: { left: frozenWidth * scale, top: frozenHeight * scale },
    origin: { x: (headingWidth - main.viewportScrollX) * scale, y: (headingHeight - main.viewportScrollY) * scale },
    scale,
  };
}

/** Calls the listener after scrolling, zooming, resizing and changes of sheet, rows and columns. */
export function onViewportChange({ injector, unitId }: Engine, listener: () => void): void {
  // Before that stage the parts of the sheet's view are not made.
  void injector.get(LifecycleService).onStage(LifecycleStages.Rendered).then(() => {
    const render = injector.get(IRenderManagerService).getRenderById(unitId);
    if (!render) return;
    render.with(SheetScrollManagerService).validViewportScrollInfo$.subscribe(listener);
    render.with(SheetSkeletonManagerService).currentSkeleton$.subscribe(listener);
    new ResizeObserver(listener).observe(render.engine.getCanvasElement());
  });
}
