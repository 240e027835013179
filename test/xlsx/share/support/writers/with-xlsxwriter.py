# Writes the scenario (JSON on standard input) with XlsxWriter: results, a chart, rules and print set-up.
import json
import sys

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
for sheet in json.load(sys.stdin):
    to = book.add_worksheet(sheet["name"])
    for cell in sheet["cells"]:
        if "formula" in cell:
            to.write_formula(cell["address"], "=" + cell["formula"], None, cell["value"])
        else:
            to.write(cell["address"], cell["value"])
plan = book.get_worksheet_by_name("Plan")
plan.conditional_format("B11:B16", {"type": "formula", "criteria": "=_xldudf_MINE_HASHCOST($A11,$B$2)>20", "format": book.add_format({"bold": True})})
plan.conditional_format("C1:C4", {"type": "data_bar", "data_bar_2010": True})
plan.data_validation("B3", {"validate": "list", "source": ["S21", "S21 XP"]})
plan.write_comment("A1", "Typed by hand")
plan.set_landscape()
plan.repeat_rows(0)
plan.freeze_panes(1, 0)
chart = book.add_chart({"type": "column"})
chart.add_series({"values": "=Plan!$B$11:$B$16", "categories": "=Plan!$A$11:$A$16"})
plan.insert_chart("E2", chart)
book.define_name("Cost", "=_xldudf_MINE_HASHCOST(Plan!$B$1,Plan!$B$2)")
book.close()
