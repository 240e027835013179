import { Button, Subtitle2, Title3 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useNavigation } from "../navigation";
import { SAMPLES, usePortfolio } from "../store";

/** What this workbook holds, and the next step. */
export function HomeScreen(): ReactElement {
  const { draft, startFromSample, startFromScratch } = usePortfolio();
  const { open } = useNavigation();
  return (
    <div>
      <Title3 as="h1">Hashplan</Title3>
      <Subtitle2 as="h2">{draft ? JSON.stringify(draft["name"]) : "Start"}</Subtitle2>
      {SAMPLES.map(({ id, title }) => <Button key={id} onClick={() => void startFromSample(id)}>{title}</Button>)}
      <Button onClick={startFromScratch}>From scratch</Button>
      {draft && <Button onClick={() => open("portfolio")}>Portfolio</Button>}
    </div>
  );
}
