import { Title3 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePortfolio } from "../store";

/** The document: sites, contracts, fleets and what else a plan is made from. */
export function PortfolioScreen(): ReactElement {
  const { problems } = usePortfolio();
  return <div><Title3 as="h1">Portfolio</Title3>{problems.map(({ path, message }) => <p key={path}>{message}</p>)}</div>;
}
