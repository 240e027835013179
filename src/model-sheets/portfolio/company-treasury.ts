import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { finance } from "./company-inputs";
import { opening } from "./company-lines";
import { dollars, series, value } from "./make-lines";

/** Free cash flow, bitcoin under the selling policy, cash, and how long it lasts. */
export function treasuryLines(): BookLine[] {
  const haircut = finance("treasury.saleHaircut");
  const btc = FORMATS.btcMined;
  return [
    { kind: "heading", text: "Free cash flow" },
    { kind: "link", of: "totalPurchase" },
    { kind: "link", of: "totalSales" },
    dollars("coFree", "Free cash flow, before debt service", "=[coEbitda]+[totalPurchase]+[totalSales]+[coTax]"),
    dollars("coOther", "Cash flow but for sales of bitcoin", "=[coFree]-[totalRevenue]+[coService]"),
    { kind: "gap" },
    { kind: "heading", text: "Bitcoin" },
    value("coSellsAll", "Policy: sell all that is mined (1 = yes)", "flag", `=IF(${finance("treasury.policy")}="sellAll",1,0)`, FORMATS.flag),
    value("coSellsForCosts", "Policy: sell what costs need (1 = yes)", "flag", `=IF(${finance("treasury.policy")}="sellForCosts",1,0)`, FORMATS.flag),
    series("coBtcOpen", "Bitcoin at the start of the month", "BTC", opening("coBtcClose", finance("treasury.btc")), btc),
    series("coMined", "Bitcoin mined, at the month's price", "BTC", "=[totalRevenue]/[btcPrice]", btc, { total: "sum" }),
    series("coCashOpen", "Cash at the start of the month", "$", opening("coCashClose", finance("treasury.cashUsd")), FORMATS.usd),
    series("coNetPrice", "BTC price after the haircut", "$", `=[btcPrice]*(1-${haircut})`, FORMATS.usd),
    series("coBtcFree", "Bitcoin that may be sold", "BTC", "=MAX(0,[coBtcOpen]+[coMined]-[coPledged])", btc),
    series("coBtcNeeded", "Bitcoin that costs and minimum cash need", "BTC", `=MAX(0,${finance("treasury.minCashUsd")}-[coCashOpen]-[coOther])/[coNetPrice]`, btc),
    series("coSold", "Bitcoin sold", "BTC", "=[$coSellsAll]*[coMined]+[$coSellsForCosts]*MIN([coBtcFree],[coBtcNeeded])", btc, { total: "sum" }),
    series("coBtcClose", "Bitcoin at the end of the month", "BTC", "=[coBtcOpen]+[coMined]-[coSold]", btc),
    { kind: "gap" },
    { kind: "heading", text: "Cash" },
    dollars("coProceeds", "Bitcoin sold, after the haircut", "=[coSold]*[coNetPrice]"),
    series("coCashClose", "Cash at the end of the month", "$", "=[coCashOpen]+[coOther]+[coProceeds]", FORMATS.usd),
    value("coCashLowest", "Lowest cash at the end of a month", "$", "=MIN([coCashClose:])", FORMATS.usd),
    series("coLiquid", "Cash and bitcoin at the month's price", "$", "=[coCashClose]+[coBtcClose]*[btcPrice]", FORMATS.usd),
    series("coShort", "Cash is below zero (1 = yes)", "flag", "=IF([coCashClose]<0,1,0)", FORMATS.flag, { total: "sum", totalFormat: FORMATS.whole }),
    series("coFirstShort", "First month of it (1 = yes)", "flag", "=IF(AND([coShort]=1,SUM([coShort^])=1),1,0)", FORMATS.flag),
    series("coShortMonth", "Its number", "number", "=[coFirstShort]*[month]", FORMATS.flag, { total: "sum", totalFormat: FORMATS.whole }),
    value("coRunway", "Runway: months that cash lasts", "months", '=IF([$coShort]=0,"beyond the plan",MAX(0,[$coShortMonth]-1))', FORMATS.whole),
    { kind: "gap" },
  ];
}

