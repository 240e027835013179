"""The plan of a large portfolio (docs/planning.md) in numpy: what planPortfolio is timed against.

Run by tools/bench/plan-portfolio.mjs: python3 plan_portfolio_numpy.py inputs.json. For each line "run" on standard input it plans
once and answers with the milliseconds; "result" answers with the last plan. It is given the sites' and contracts' months.
Arrays are month x fleet of a site x site, so that the longest loops are over neighbors; sites are taken in blocks that fit
the processor's cache. Only what tools/bench/large-portfolio.ts makes: no relocation, no shortage of candidates, no debts.
"""
import json
import sys
import time

import numpy as np

KEEP, UNDERCLOCK, CURTAIL, UPGRADE, SHUTDOWN, SELL = range(6)
RUNNING = ("revenueUsd", "powerUsd", "repairsUsd", "phDays", "energyKwh", "connectedKw", "creditUsd", "resaleForgoneUsd")
RESULT = ("switchingUsd", "depreciationUsd", "taxableUsd", "taxUsd", "cashFlowUsd", "machineValueUsd")
MONEY_AT_START = ("purchaseUsd", "salesUsd", "depreciationUsd", "taxableUsd", "taxUsd", "cashFlowUsd", "machineValueUsd")
SITES_AT_ONCE = 20  # fastest of 10 to 200 on a processor with 512 KB of cache a core


class Inputs:
    """Figures by site month, t x 1 x s; by fleet, f x s; by month, t x 1 x 1."""

    def __init__(self, text):
        given = json.loads(text)
        self.site = {name: np.array(rows)[:, None, :] for name, rows in given["siteMonths"].items()}
        self.site_once = {name: np.array(row)[None, :] for name, row in given["sites"].items()}
        self.fleet = {name: np.array(rows, dtype=float) for name, rows in given["fleets"].items()}
        self.month = {name: np.array(row, dtype=float)[:, None, None] for name, row in given["months"].items()}
        self.machines, self.candidate, self.finance = given["machines"], given["candidate"], given["finance"]
        self.btc_start = given["btcPriceStartUsd"]
        # Bins x month x site of the sites at the index, which come first.
        self.indexed = given["indexedSites"]
        self.bin_share, self.bin_price = np.array(given["binShares"]), np.array(given["binPrices"])


def plan(inputs):
    finance = inputs.finance
    months, (fleet_count, site_count) = len(inputs.month["days"]), inputs.fleet["units"].shape
    rate = (1 + finance["discountRateAnnual"]) ** (1 / 12) - 1
    factors = 1 / (1 + rate) ** np.arange(months + 1)
    totals = {name: np.zeros(months + 1) for name in RUNNING + RESULT + ("purchaseUsd", "salesUsd", "keepCashUsd")}
    parts = []
    ends = sorted({*range(SITES_AT_ONCE, site_count, SITES_AT_ONCE), inputs.indexed, site_count} - {0})
    for start, end in zip([0, *ends], ends):
        parts.append(Block(inputs, slice(start, end), start < inputs.indexed, factors, rate).plan(totals))
    joined = {name: np.concatenate([part[name] for part in parts], axis=-1) for name in parts[0]}
    return {**joined, "company": company(inputs, joined, totals, factors), "totals": totals}


class Block:
    """Some neighboring sites, all at the index or none."""

    def __init__(self, inputs, sites, indexed, factors, rate):
        self.inputs, self.sites, self.indexed, self.factors, self.rate = inputs, sites, indexed, factors, rate
        self.tax = inputs.finance["taxRate"]
        for name, rows in inputs.site.items():
            setattr(self, name, np.ascontiguousarray(rows[:, :, sites]))
        for name, rows in inputs.site_once.items():
            setattr(self, name, np.ascontiguousarray(rows[:, sites]))
        for name, rows in inputs.fleet.items():
            setattr(self, name, np.ascontiguousarray(rows[:, sites]))
        self.months = len(self.pue)
        self.shape = (self.months, *self.units.shape)

    def plan(self, totals):
        self.prepare()
        keep = self.keep()
        alternatives = [keep, self.underclock(), self.curtail(keep), self.upgrade(keep), self.shutdown(keep), self.sell()]
        npv = np.stack([each["npv"] for each in alternatives])
        decided = self.decide(npv)
        for index, each in enumerate(alternatives):
            self.add(totals, each, np.flatnonzero(decided["chosen"] == index))
        totals["keepCashUsd"][1:] += keep["cashFlowUsd"].sum(axis=(1, 2))
        connected = np.zeros((self.months, self.shape[2]))
        for index, each in enumerate(alternatives[:SELL]):
            mine = decided["chosen"] == index
            if mine.any():
                connected += np.einsum("tfs,fs->ts", each["connectedKw"], mine.astype(float))
        yearly = self.rate / (1 - (1 + self.rate) ** -self.months) * 12 if self.rate else 12 / self.months
        return {"npv": npv, "usdPerMwYear": npv * yearly / self.slot_mw[0], "connectedKw": connected, **decided}

    def prepare(self):
        """What several alternatives need: power by merit, earnings of a TH, prices of energy, book and resale values."""
        inputs, month = self.inputs, self.inputs.month
        self.th, self.watts, self.stock_th, self.stock_watts = (
            np.concatenate([np.full((machine["fleets"], 1), machine[name]) for machine in inputs.machines]) for name in ("hashrateThs", "powerW", "nameplateThs", "nameplateW"))
        self.working = np.maximum(0, 1 - self.failureRateAnnual * self.repairDays / 365)
        self.net = (1 - self.poolFee) * (1 - self.firmwareFee)
        self.repair = self.failureRateAnnual / 12 * self.repairUsdUnit
        age = (1 - self.degradationAnnual) ** (np.maximum(0, month["start"] - self.inService) / 365)

        merit = self.watts / (self.th * age[0] * self.net)
        order = np.argsort(merit, axis=0, kind="stable")
        demand = self.units * self.watts
        sorted_demand = np.take_along_axis(demand, order, axis=0)
        before = np.empty_like(demand)
        np.put_along_axis(before, order, np.cumsum(sorted_demand, axis=0) - sorted_demand, axis=0)
        self.slot = np.minimum(demand, np.maximum(0, self.capacityMw * 1e6 / self.pue - before))
        self.slot_mw = self.slot * (self.pue / 1e6)
        self.floor_kw = self.slot_mw * (self.takeOrPayShare * 1000)

        self.run_hours = self.hours * self.runShare
        self.forgone_usd_kw = self.run_hours * (self.resaleUsdKwh + self.resaleWeight * self.meanBinUsdKwh)
        self.tariff_usd_kw = self.run_hours * (self.tariffUsdKwh + self.tariffWeight * self.meanBinUsdKwh)
        self.net_draw_usd_kw = self.drawUsdKw - self.creditUsdKw
        self.nameplate_usd_w = self.hours * self.nameplateUsdKwh / 1000
        self.ph_days_th = age * (self.working / 1000) * (month["days"] * self.runShare)
        self.usd_th = self.ph_days_th * month["hashpriceUsdPhDay"] * self.net

        years = np.arange(1, self.months + 1)[:, None, None] / 12
        hashprice = month["hashpriceUsdPhDay"] / month["hashpriceUsdPhDay"][0]
        owned = self.units * self.stock_th * self.resaleUsdTh
        self.value_start = owned
        self.value = owned * ((1 - self.resaleDecline) ** years) * hashprice**self.resaleExponent
        t = np.arange(1, self.months + 1)[:, None, None]
        self.depreciation = (self.bookValueUsd / self.bookMonthsLeft) * (t <= self.bookMonthsLeft)
        self.basis_end = self.bookValueUsd * np.maximum(0, 1 - self.months / self.bookMonthsLeft)
        self.machine_value = self.value.copy()
        self.machine_value[-1] = 0
        self.started = np.where(self.running > 0, 0, self.slot_mw[0] * self.restartUsdMw)
        self.stopped = np.where(self.running > 0, self.slot_mw[0] * self.shutdownUsdMw, 0)

    def energy(self, draw_kw, floor_kw, months=slice(None)):
        """Cost of energy in all hours, and the part that is resale forgone."""
        inside = np.minimum(draw_kw, floor_kw)
        forgone = inside * self.forgone_usd_kw[months]
        return forgone + (draw_kw - inside) * self.tariff_usd_kw[months], forgone

    def rows(self, revenue, energy, forgone, draw_kw, ph_days, kwh, nameplate, repairs, months=slice(None)):
        """What running brings and costs; costs are positive."""
        bill = energy + draw_kw * self.net_draw_usd_kw[months] + nameplate
        power = bill + self.profitShare[months] * np.maximum(0, revenue - bill)
        return {"revenueUsd": revenue, "powerUsd": power, "repairsUsd": repairs, "phDays": ph_days, "energyKwh": kwh, "connectedKw": draw_kw,
                "creditUsd": draw_kw * self.creditUsdKw[months], "resaleForgoneUsd": forgone}

    def all_hours(self, units, th, watts):
        fleet_months = units * th
        draw_kw = units * watts * (self.working / 1000) * self.pue
        energy, forgone = self.energy(draw_kw, self.floor_kw)
        return self.rows(fleet_months * self.usd_th, energy, forgone, draw_kw, fleet_months * self.ph_days_th, draw_kw * self.run_hours, units * self.stock_watts * self.nameplate_usd_w, units * self.repair)

    def closed(self, rows, switching, operating=None):
        """Of machines that stay to the end: sales, tax, cash flow, net present value."""
        if operating is None:
            operating = rows["revenueUsd"] - rows["powerUsd"] - rows["repairsUsd"]
        if switching.ndim == 3:
            operating = operating - switching
        else:
            operating[0] -= switching
        taxable = operating - self.depreciation
        taxable[-1] += self.value[-1] - self.basis_end
        tax = self.tax * taxable
        cash = operating - tax
        cash[-1] += self.value[-1]
        return {**rows, "switchingUsd": switching, "depreciationUsd": self.depreciation, "taxableUsd": taxable, "taxUsd": tax, "cashFlowUsd": cash, "machineValueUsd": self.machine_value,
                "npv": self.present(cash), "salesAtEndUsd": self.value[-1], "start": {"machineValueUsd": self.value_start}}

    def present(self, cash):
        return (self.factors[1:] @ cash.reshape(self.months, -1)).reshape(self.shape[1:])

    def whole(self, watts):
        return np.floor(watts + 1e-9)

    def keep(self):
        self.kept_units = np.minimum(self.units, self.whole(self.slot / self.watts))
        rows = self.all_hours(self.kept_units, self.th, self.watts)
        self.kept_operating = rows["revenueUsd"] - rows["powerUsd"] - rows["repairsUsd"]
        return self.closed(rows, self.started, self.kept_operating.copy())

    def underclock(self):
        """In each month the setting that earns most."""
        units, th, watts = (np.empty(self.shape) for _ in range(3))
        first = 0
        for machine in self.inputs.machines:
            fleets = slice(first, first + machine["fleets"])
            first += machine["fleets"]
            best, slot, floor_kw, owned, usd_th = None, self.slot[:, fleets], self.floor_kw[:, fleets], self.units[fleets], self.usd_th[:, fleets]
            unit_cost = self.stock_watts[fleets] * self.nameplate_usd_w + self.repair[fleets]
            kw_watt = self.working[fleets] / 1000 * self.pue
            chosen = [row[:, fleets] for row in (units, th, watts)]
            for hashrate, power in [(machine["hashrateThs"], machine["powerW"]), *machine["lowerSettings"]]:
                count = np.minimum(owned, self.whole(slot / power))
                draw_kw = count * (power * kw_watt)
                energy, _ = self.energy(draw_kw, floor_kw)
                margin = count * (usd_th * hashrate - unit_cost) - energy - draw_kw * self.net_draw_usd_kw
                if best is None:
                    best = margin
                    for row, value in zip(chosen, (count, hashrate, power)):
                        row[...] = value
                    continue
                better = margin > best
                for row, value in zip((best, *chosen), (margin, count, hashrate, power)):
                    np.copyto(row, value, where=better)
        return self.closed(self.all_hours(units, th, watts), self.started)

    def curtail(self, kept):
        """Only in bins that earn; of bins the later ones are dearer."""
        draw_kw, revenue, repairs = kept["connectedKw"], kept["revenueUsd"], kept["repairsUsd"]
        inside = np.minimum(draw_kw, self.floor_kw)
        beyond = draw_kw - inside
        fixed = inside * self.resaleUsdKwh + beyond * self.tariffUsdKwh
        hourly = revenue / self.run_hours
        if self.indexed:
            per_price = inside * self.resaleWeight + beyond * self.tariffWeight
            share, prices = self.earning_bins((hourly - fixed) / per_price)
            energy = self.run_hours * (fixed * share + per_price * prices)
            forgone = self.run_hours * inside * (self.resaleUsdKwh * share + self.resaleWeight * prices)
        else:
            share = (fixed <= hourly).astype(float)
            energy = self.run_hours * fixed * share
            forgone = self.run_hours * inside * self.resaleUsdKwh * share
        on = revenue * share - energy - draw_kw * self.net_draw_usd_kw - repairs > 0
        share *= on
        rows = self.rows(revenue * share, energy * on, forgone * on, draw_kw * on, kept["phDays"] * share, kept["energyKwh"] * share, self.kept_units * self.stock_watts * self.nameplate_usd_w, repairs * on)
        return self.closed(rows, self.switching(on))

    def earning_bins(self, strike):
        """Share of the hours below the strike, and its part of the mean price."""
        share, price = self.inputs.bin_share[:, :, self.sites], self.inputs.bin_price[:, :, self.sites]
        bins = len(share)
        count = np.zeros(self.shape, dtype=np.uint8)
        for b in range(bins):
            count += price[b][:, None, :] <= strike
        up_to = lambda rows: np.concatenate([np.zeros((1, *rows.shape[1:])), np.cumsum(rows, axis=0)]).ravel()
        at = count.astype(np.intp)
        at *= price[0].size
        at += np.arange(price[0].size).reshape(self.months, 1, -1)
        return up_to(share).take(at), up_to(share * price).take(at)

    def switching(self, on):
        before = np.concatenate([(self.running > 0)[None], on[:-1]])
        return self.slot_mw * (self.restartUsdMw * (on & ~before) + self.shutdownUsdMw * (before & ~on))

    def upgrade(self, kept):
        inputs, candidate, month = self.inputs, self.inputs.candidate, self.inputs.month
        lead = candidate["leadMonths"]
        after = slice(lead, None)
        units = self.whole(self.slot[after].min(axis=0) / candidate["powerW"])
        working = max(0, 1 - candidate["failureRateAnnual"] * candidate["repairDays"] / 365)
        net = (1 - candidate["poolFee"]) * (1 - candidate["firmwareFee"])
        age = (1 - candidate["degradationAnnual"]) ** (np.maximum(0, month["start"][after] - month["start"][lead]) / 365)
        ph_days_unit = candidate["hashrateThs"] * age * working / 1000 * (month["days"] * self.runShare)[after]
        ph_days = units * ph_days_unit
        draw_kw = units * (candidate["powerW"] * working / 1000 * self.pue[after])
        energy, forgone = self.energy(draw_kw, self.floor_kw[after], after)
        new = self.rows(units * (ph_days_unit * month["hashpriceUsdPhDay"][after] * net), energy, forgone, draw_kw, ph_days, draw_kw * self.run_hours[after],
                        units * (candidate["nameplateW"] * self.nameplate_usd_w[after]), np.broadcast_to(units * (candidate["failureRateAnnual"] / 12 * candidate["repairUsdUnit"]), draw_kw.shape), after)
        rows = {name: np.concatenate([kept[name][:lead], new[name]]) for name in RUNNING}

        cost = units * candidate["nameplateThs"] * (candidate["priceUsdTh"] * (1 + candidate["duty"]) + candidate["freightUsdTh"] + candidate["installUsdTh"]) \
            + candidate["infrastructureUsdMw"] * units * candidate["powerW"] * self.largestPue / 1e6
        t = np.arange(1, self.months + 1)
        year = (t - lead - 1) // 12
        yearly = np.array(inputs.finance["yearlyShares"] + [0] * self.months)
        bonus = inputs.finance["bonusDepreciationShare"]
        written_off = np.where(t > lead, (1 - bonus) * yearly[year] / 12 + bonus * (t == lead + 1), 0)
        depreciation = cost * written_off[:, None, None]
        depreciation[:lead] += self.depreciation[:lead]
        resale = candidate["resaleUsdTh"] * (1 - candidate["resaleDecline"]) ** (t / 12) * ((month["hashpriceUsdPhDay"] / month["hashpriceUsdPhDay"][0]) ** candidate["resaleExponent"]).ravel()
        new_value = units * candidate["nameplateThs"] * resale[:, None, None]

        old_sales, sales = self.value[lead - 1], new_value[-1].copy()
        operating = rows["revenueUsd"] - rows["powerUsd"] - rows["repairsUsd"]
        operating[0] -= self.started
        taxable = operating - depreciation
        taxable[lead - 1] += old_sales - self.bookValueUsd * np.maximum(0, 1 - lead / self.bookMonthsLeft)
        taxable[-1] += sales - cost * (1 - written_off.sum())
        tax = self.tax * taxable
        cash = operating - tax
        cash[lead - 1] += old_sales
        cash[-1] += sales
        value = np.concatenate([self.value[: lead - 1], new_value[lead - 1 :]])
        value[-1] = 0
        npv = np.where(units >= 1, self.present(cash) - cost, np.nan)
        return {**rows, "switchingUsd": self.started, "depreciationUsd": depreciation, "taxableUsd": taxable, "taxUsd": tax, "cashFlowUsd": cash, "machineValueUsd": value, "npv": npv,
                "salesAtEndUsd": sales, "salesAtLeadUsd": old_sales, "start": {"machineValueUsd": self.value_start, "purchaseUsd": cost, "cashFlowUsd": -cost}}

    def shutdown(self, kept):
        """Restart in the month in which it is worth most."""
        factors = self.factors[1:, None, None]
        worth = np.cumsum((self.kept_operating * factors)[::-1], axis=0)[::-1] - self.restartUsdMw * self.slot_mw * factors
        later = worth[1:]
        restart = later.argmax(axis=0) + 2
        restart[np.take_along_axis(later, restart[None] - 2, axis=0)[0] <= 0] = self.months + 1
        t = np.arange(1, self.months + 1)[:, None, None]
        on = t >= restart
        return self.closed({name: kept[name] * on for name in RUNNING}, self.switching(on), self.kept_operating * on)

    def sell(self):
        """Month 0, and in month 1 what stopping costs."""
        sales, basis = self.value_start, self.bookValueUsd
        tax_start, tax_first = self.tax * (sales - basis), self.tax * -self.stopped
        cash_start, cash_first = sales - tax_start, -self.stopped - tax_first
        first = {"switchingUsd": self.stopped, "taxableUsd": -self.stopped, "taxUsd": tax_first, "cashFlowUsd": cash_first}
        return {"npv": cash_start + self.factors[1] * cash_first, "first": first, "start": {"salesUsd": sales, "taxableUsd": sales - basis, "taxUsd": tax_start, "cashFlowUsd": cash_start}}

    def decide(self, npv):
        cents = np.floor(npv * 100 + 0.5)
        cents[np.isnan(cents)] = -np.inf
        best = cents.argmax(axis=0)
        annuity = self.factors[1:].sum()
        open_usd = np.take_along_axis(npv, best[None], axis=0)[0].sum(axis=0) - self.fixedOpexUsdMonth[0] * (1 - self.tax) * annuity
        closed_usd = npv[SELL].sum(axis=0)
        closes = closed_usd > open_usd
        chosen = np.where(closes, SELL, best)
        np.put_along_axis(cents, chosen[None], -np.inf, axis=0)
        return {"chosen": chosen, "runnerUp": cents.argmax(axis=0), "closes": closes, "openUsd": open_usd, "closedUsd": closed_usd}

    def add(self, totals, rows, fleets):
        """Counts in the fleets that chose an alternative."""
        if len(fleets) == 0:
            return
        total = lambda row: row.reshape(-1).take(fleets).sum()
        for name in RUNNING + RESULT:
            row = rows.get(name)
            if row is None:
                continue
            if row.ndim == 3:
                totals[name][1:] += row.reshape(self.months, -1).take(fleets, axis=1).sum(axis=1)
            else:
                totals[name][1] += total(row)
        for name, row in rows["start"].items():
            totals[name][0] += total(row)
        for name, row in rows.get("first", {}).items():
            totals[name][1] += total(row)
        if "salesAtEndUsd" in rows:
            totals["salesUsd"][-1] += total(rows["salesAtEndUsd"])
        if "salesAtLeadUsd" in rows:
            totals["salesUsd"][self.inputs.candidate["leadMonths"]] += total(rows["salesAtLeadUsd"])


def company(inputs, decided, totals, factors):
    """Site costs, EBITDA, tax with losses carried forward, free cash flow, treasury."""
    finance, site = inputs.finance, {name: rows[:, 0] for name, rows in inputs.site.items()}
    months = len(factors) - 1
    committed = site["hours"] * site["takeOrPayShare"] * site["capacityMw"] * 1000
    resale = site["resaleUsdKwh"] + site["resaleWeight"] * site["meanBinUsdKwh"]
    fixed = np.where(decided["closes"], 0, inputs.site_once["fixedOpexUsdMonth"][0]).sum()
    site_costs, overhead = np.zeros(months + 1), np.zeros(months + 1)
    site_costs[1:] = fixed + (committed * (site["tariffUsdKwh"] + site["tariffWeight"] * site["meanBinUsdKwh"] - resale)).sum(axis=1)
    overhead[1:] = finance["overheadUsdMonth"]
    credits = totals["creditUsd"] - totals["resaleForgoneUsd"]
    credits[1:] += (committed * resale).sum(axis=1)
    revenue = totals["revenueUsd"]
    ebitda = revenue - totals["powerUsd"] - totals["repairsUsd"] - totals["switchingUsd"] - site_costs - overhead
    income = totals["taxableUsd"] - site_costs - overhead
    tax, losses = np.zeros(months + 1), 0.0
    for t in range(months + 1):
        used = min(losses, max(0, income[t]))
        losses += max(0, -income[t]) - used
        tax[t] = finance["taxRate"] * (max(0, income[t]) - used)
    free = ebitda - totals["purchaseUsd"] + totals["salesUsd"] - tax
    price = np.concatenate([[inputs.btc_start], inputs.month["btcPriceUsd"].ravel()])
    mined, other, treasury = revenue / price, free - revenue, finance["treasury"]
    cash, held, balance = treasury["cashUsd"], treasury["btc"], np.empty(months + 1)
    for t in range(months + 1):
        net = price[t] * (1 - treasury["saleHaircut"])
        sold = min(max(0, held + mined[t]), max(0, treasury["minCashUsd"] - cash - other[t]) / net)
        cash += other[t] + sold * net
        held += mined[t] - sold
        balance[t] = cash
    return {"npvUsd": factors @ free, "ebitdaUsd": ebitda, "siteCostsUsd": site_costs, "taxUsd": tax, "freeCashFlowUsd": free, "creditsUsd": credits, "cashUsd": balance}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        inputs = Inputs(file.read())
    print(json.dumps({"python": sys.version.split()[0], "numpy": np.__version__}), flush=True)
    planned = None
    plain = lambda value: value.tolist() if isinstance(value, (np.ndarray, np.generic)) else {k: plain(v) for k, v in value.items()} if isinstance(value, dict) else value
    for line in sys.stdin:
        if line.strip() == "run":
            start = time.perf_counter()
            planned = plan(inputs)
            answer = {"ms": (time.perf_counter() - start) * 1000}
        else:
            answer = plain(planned)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
