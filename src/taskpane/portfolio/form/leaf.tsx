import { Caption1, Link, makeStyles } from "@fluentui/react-components";
import { memo, type ReactElement } from "react";
import { isDay } from "../../../planning/portfolio/tables-fields";
import type { Schema } from "../../../planning/portfolio/schema";
import { useNavigation } from "../../navigation";
import { useSettings } from "../../settings";
import { namesIn, usePortfolio, valueAt, placeOf } from "../../store";
import { entryWord, listReferredTo } from "../../store/names";
import { sectionOf } from "../sections";
import { machineNamed, settingText } from "../summaries";
import { BoxesField, ChoiceField, EnumField, SwitchField } from "./ChoiceFields";
import { FiguresField } from "./FiguresField";
import { MachineField } from "./MachineField";
import { DayField, NoteField, NumberField, TextField, type LeafProps } from "./TextFields";

const useStyles = makeStyles({ link: { fontSize: "inherit" } });

const FREE_TEXTS = ["note", "calibration", "source"];

/** The control that fits a field. Not made anew while nothing of it changes: forms are long. */
export const Leaf = memo(function Leaf(props: LeafProps): ReactElement {
  const { schema, path } = props;
  const name = String(placeOf(path).at(-1));
  if (schema.type === "array") return <ListLeaf {...props} name={name} />;
  if (schema.enum) return <EnumField {...props} />;
  if (schema.type === "boolean") return <SwitchField {...props} />;
  if (schema.type === "number" || schema.type === "integer") return <NumberField {...props} />;
  if (isDay(schema)) return <DayField {...props} />;
  if (name === "machine") return <MachineField {...props} />;
  if (name === "profile") return <ProfileField {...props} />;
  if (listReferredTo(name)) return <NameField {...props} name={name} />;
  return FREE_TEXTS.includes(name) ? <NoteField {...props} /> : <TextField {...props} />;
});

function ListLeaf(props: LeafProps & { readonly name: string }): ReactElement {
  const { draft } = usePortfolio();
  const items: Schema = props.schema.items!;
  if (props.name === "cooling") return <BoxesField {...props} choices={["air", "hydro", "immersion"]} />;
  if (items.type === "integer") return <BoxesField {...props} choices={Array.from({ length: items.maximum! }, (_, i) => i + 1)} />;
  const list = listReferredTo(props.name);
  return list ? <BoxesField {...props} choices={namesIn(draft, list)} named /> : <FiguresField {...props} />;
}

/** The name of something else in the document; where there is none yet, the way there. */
function NameField(props: LeafProps & { readonly name: string }): ReactElement {
  const { draft } = usePortfolio();
  const { open } = useNavigation();
  const styles = useStyles();
  const list = listReferredTo(props.name)!;
  const names = namesIn(draft, list);
  const path = list.join(".");
  return (
    <>
      <ChoiceField {...props} choices={names.map((name) => ({ value: name, text: name }))} />
      {names.length === 0 && <Caption1>There is no {entryWord(list)} yet. <Link as="button" type="button" inline className={styles.link} onClick={() => open("portfolio", path)}>Add one under {sectionOf(path).section.title}</Link>, then choose it here.</Caption1>}
    </>
  );
}

/** A setting of the machine that stands beside it. */
function ProfileField(props: LeafProps): ReactElement {
  const { draft = {} } = usePortfolio();
  const formats = useSettings();
  const owner = placeOf(props.path).slice(0, -2);
  const machine = machineNamed(draft, valueAt(draft, [...owner, "machine"]));
  const choices = machine?.settings.map((setting) => ({ value: setting.name, text: `${setting.name === "stock" ? "Stock" : setting.name}: ${settingText(setting, formats)}` })) ?? [];
  return <ChoiceField {...props} value={props.value ?? "stock"} choices={choices} stacked />;
}
