import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useState, type ReactElement, type ReactNode } from "react";

const useStyles = makeStyles({
  // Above the form, whose bar at the bottom is sticky too.
  tabs: {
    position: "sticky", top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingInline: tokens.spacingHorizontalXS,
  },
});

export interface PaneTab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** The parts of the pane. A part is made when it is first opened and keeps its state from then on. */
export function PaneTabs({ label, tabs }: { label: string; tabs: readonly PaneTab[] }): ReactElement {
  const styles = useStyles();
  const [selected, setSelected] = useState(tabs[0]?.id);
  const [opened, setOpened] = useState<readonly unknown[]>([selected]);
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label={label}
        selectedValue={selected}
        onTabSelect={(_, { value }) => {
          setSelected(value as string);
          setOpened((now) => (now.includes(value) ? now : [...now, value]));
        }}
      >
        {tabs.map(({ id, label: text }) => <Tab key={id} id={`tab-${id}`} value={id} aria-controls={`panel-${id}`}>{text}</Tab>)}
      </TabList>
      <main>
        {tabs.map(({ id, content }) => (
          <div key={id} role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`} hidden={id !== selected}>{opened.includes(id) && content}</div>
        ))}
      </main>
    </>
  );
}
