import { Body1, Button, Caption1, Dropdown, Field, makeStyles, mergeClasses, Option, SearchBox, Subtitle2, Title3, tokens } from "@fluentui/react-components";
import { memo, useMemo, type ReactElement } from "react";
import definitions from "../../functions/all.registry";
import type { FunctionDefinition } from "../../functions/definition";
import { INSERT_EXAMPLES, writeWorkbook } from "../../excel";
import { exampleSheets } from "../../model-sheets";
import { byCategory, findFunctions } from "./search";
import { useSharedStyles } from "./styles";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { exampleGroups } from "./worked-examples";

const ALL = "All categories";

const useStyles = makeStyles({
  filters: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  search: { maxWidth: "none", width: "100%", minWidth: 0 },
  dropdown: { minWidth: 0, width: "100%" },
  list: { listStyleType: "none", margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`, padding: 0 },
  item: {
    display: "block", width: "100%", border: "none", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, textAlign: "start",
    backgroundColor: "transparent", color: tokens.colorNeutralForeground1, borderRadius: tokens.borderRadiusMedium, cursor: "pointer", fontFamily: tokens.fontFamilyBase,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  name: { display: "block", fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  summary: { display: "block", color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** "" for all */
  readonly category: string;
  readonly onCategory: (category: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onExplain: () => void;
}

/** Search, categories and the functions that fit. */
export const FunctionList = memo(function FunctionList({ query, onQuery, category, onCategory, onOpen, onExplain }: Props): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  const groups = useMemo(() => byCategory(definitions), []);
  const inCategory = category === "" ? definitions : (groups.find((group) => group.category === category)?.definitions ?? []);
  const found = findFunctions(inCategory, query);
  const examples = useTask<readonly string[]>();
  const searching = query.trim() !== "";
  return (
    <div className={shared.page}>
      <header>
        <Title3 as="h1" block className={shared.heading} tabIndex={-1}>Functions</Title3>
        <Body1 as="p" block className={shared.text}>{definitions.length} functions of mining economics for your cells, each as =MINE.NAME(…).</Body1>
      </header>
      <div className={styles.filters}>
        <div className={shared.actions}>
          <Button onClick={onExplain}>Explain a cell</Button>
          <Button disabledFocusable={examples.state.phase === "busy"} onClick={() => void examples.run(insertExamples)}>Insert examples</Button>
        </div>
        <TaskMessage
          state={examples.state}
          done={(sheets) => ({ intent: "success", title: `${sheets.length} example sheets inserted.`, text: `From “${sheets[0]}” to “${sheets.at(-1)}”: every function once, with arguments to change in blue cells.` })}
          onDismiss={examples.dismiss}
        />
      </div>
      <div role="search" className={styles.filters}>
        <SearchBox className={styles.search} aria-label="Search functions" placeholder="Name, purpose or argument" value={query} onChange={(_, { value }) => onQuery(value)} />
        <Field label="Category" orientation="horizontal">
          <Dropdown className={styles.dropdown} value={category || ALL} selectedOptions={[category]} onOptionSelect={(_, { optionValue }) => onCategory(optionValue ?? "")}>
            <Option value="" text={ALL}>{ALL}</Option>
            {groups.map((group) => <Option key={group.category} value={group.category} text={group.category}>{`${group.category} (${group.definitions.length})`}</Option>)}
          </Dropdown>
        </Field>
        <Caption1 as="p" role="status" className={shared.small}>{found.length === definitions.length ? "" : found.length === 1 ? "1 function" : `${found.length} functions`}</Caption1>
      </div>
      {found.length === 0 && <Body1 as="p" className={shared.text}>No function fits. Try one word of what you look for, such as “difficulty” or “payback”{category && ", or all categories"}.</Body1>}
      {searching
        ? found.length > 0 && <Items definitions={found} onOpen={onOpen} />
        : byCategory(found).map((group) => (
          <section key={group.category} aria-label={group.category}>
            <Subtitle2 as="h2" block className={shared.heading}>{group.category}</Subtitle2>
            <Items definitions={group.definitions} onOpen={onOpen} />
          </section>
        ))}
    </div>
  );
});

/** Writes a sheet of live examples for every category, and returns the names of the sheets. */
async function insertExamples(onStep: (step: string) => void): Promise<readonly string[]> {
  const { sheets } = await writeWorkbook((taken) => exampleSheets(exampleGroups(definitions), taken), onStep, INSERT_EXAMPLES);
  return sheets.map(({ name }) => name);
}

function Items({ definitions: shown, onOpen }: { definitions: readonly FunctionDefinition[]; onOpen: (id: string) => void }): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {shown.map(({ id, summary }) => (
        <li key={id}>
          <button type="button" className={styles.item} data-function={id} onClick={() => onOpen(id)}>
            <span className={mergeClasses(shared.code, styles.name)}>{id}</span>
            <Caption1 className={styles.summary}>{summary}</Caption1>
          </button>
        </li>
      ))}
    </ul>
  );
}
