import { makeStyles, mergeClasses, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Overflow, OverflowItem, Tab, TabList, tokens, useIsOverflowItemVisible } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { LazyScreen } from "./LazyScreen";
import { answerRequests, NavigationContext, type Navigation, type ScreenId } from "./navigation";
import type { ScreenPlace } from "./screens";

/** Pixels of the button "More", and what the tabs leave free for it and the bar's own padding. */
const MORE_WIDTH = 68;
const KEPT_FREE = MORE_WIDTH + 6;

const useStyles = makeStyles({
  // Above what is sticky at the bottom of a screen.
  bar: {
    position: "sticky", top: 0, zIndex: 2, display: "flex", alignItems: "center", overflow: "hidden", backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingInline: tokens.spacingHorizontalXS, minHeight: "36px",
  },
  tabs: { flexWrap: "nowrap" },
  more: { flexShrink: 0, minWidth: 0, width: `${MORE_WIDTH}px`, marginInlineStart: "auto", fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase300, paddingInline: tokens.spacingHorizontalS },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  panel: { outlineStyle: "none" },
});

/** The screens of the pane. A screen is made when it is first opened and keeps its state from then on. */
export function PaneTabs({ label, screens }: { label: string; screens: readonly ScreenPlace[] }): ReactElement {
  const styles = useStyles();
  const [screen, setScreen] = useState<ScreenId>(screens[0]!.id);
  const [opened, setOpened] = useState<readonly ScreenId[]>([screen]);
  const [target, setTarget] = useState<Navigation["target"]>();
  const scrolled = useRef(new Map<ScreenId, number>());
  const navigation = useMemo((): Navigation => ({
    screen, target, screens: screens.map(({ id }) => id),
    open: (id, path) => {
      scrolled.current.set(screen, document.documentElement.scrollTop);
      setScreen(id);
      setOpened((now) => (now.includes(id) ? now : [...now, id]));
      setTarget(path === undefined ? undefined : { path });
      requestAnimationFrame(() => { if (path === undefined) document.documentElement.scrollTop = scrolled.current.get(id) ?? 0; });
    },
  }), [screen, target, screens]);
  useEffect(() => answerRequests(navigation.open), [navigation]);
  // The button that led here is hidden now; without this the keyboard would be back at the pane's beginning, or outside of it.
  useEffect(() => {
    const at = document.activeElement;
    if (at === document.body || at?.closest("[hidden]")) document.getElementById(`panel-${screen}`)?.focus({ preventScroll: true });
  }, [screen]);
  const tabs = screens.filter(({ inMenu }) => !inMenu);
  return (
    <NavigationContext value={navigation}>
      <Overflow padding={KEPT_FREE} minimumVisible={2}>
        <nav className={styles.bar} aria-label="Screens">
          <TabList className={styles.tabs} size="small" aria-label={label} selectedValue={screen} onTabSelect={(_, { value }) => navigation.open(value as ScreenId)}>
            {tabs.map(({ id, label: text, rank }) => (
              <OverflowItem key={id} id={id} priority={id === screen ? tabs.length + 1 : rank}>
                <Tab id={`tab-${id}`} value={id} aria-controls={`panel-${id}`}>{text}</Tab>
              </OverflowItem>
            ))}
          </TabList>
          <MoreMenu screens={screens} current={screen} onOpen={navigation.open} />
        </nav>
      </Overflow>
      <main>
        {screens.map(({ id, label: name, Screen, load, inMenu }) => (
          <Panel key={id} id={id} label={inMenu ? name : undefined} hidden={id !== screen}>
            {opened.includes(id) && (Screen ? <Screen /> : <LazyScreen label={name} load={load} />)}
          </Panel>
        ))}
      </main>
    </NavigationContext>
  );
}

/** @param label of a screen that has no tab to name it */
function Panel({ id, label, hidden, children }: { id: ScreenId; label: string | undefined; hidden: boolean; children: ReactNode }): ReactElement {
  const styles = useStyles();
  const named = label === undefined ? { role: "tabpanel", "aria-labelledby": `tab-${id}` } : { role: "region", "aria-label": label };
  return <div id={`panel-${id}`} className={styles.panel} {...named} hidden={hidden} tabIndex={-1}>{children}</div>;
}

/** What finds no place in the bar, and what is always here; the tabs keep its place free. */
function MoreMenu({ screens, current, onOpen }: { screens: readonly ScreenPlace[]; current: ScreenId; onOpen: (id: ScreenId) => void }): ReactElement {
  const styles = useStyles();
  const chosen = screens.some(({ id, inMenu }) => inMenu && id === current);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" className={mergeClasses(styles.more, chosen && styles.chosen)}>More</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{screens.map((place) => <MoreItem key={place.id} place={place} onOpen={onOpen} />)}</MenuList>
      </MenuPopover>
    </Menu>
  );
}

function MoreItem({ place: { id, label, inMenu }, onOpen }: { place: ScreenPlace; onOpen: (id: ScreenId) => void }): ReactElement | null {
  const visible = useIsOverflowItemVisible(id);
  if (visible && !inMenu) return null;
  return <MenuItem onClick={() => onOpen(id)}>{label}</MenuItem>;
}
