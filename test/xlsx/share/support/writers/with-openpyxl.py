# Writes the scenario (JSON on standard input) with openpyxl: no results, a table, a chart, rules and a comment.
import json
import sys

from openpyxl import Workbook
from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

book = Workbook()
book.remove(book.active)
for sheet in json.load(sys.stdin):
    to = book.create_sheet(sheet["name"])
    for cell in sheet["cells"]:
        to[cell["address"]] = "=" + cell["formula"] if "formula" in cell else cell["value"]
plan = book["Plan"]
plan["B1"].font = Font(color="0000FF", bold=True)
plan["C1"].number_format = "0.00"
plan["A1"].comment = Comment("Typed by hand", "A person")
plan.add_table(Table(displayName="Costs", ref="A10:B16"))
plan.conditional_formatting.add("B11:B16", FormulaRule(formula=["_xldudf_MINE_HASHCOST($A11,$B$2)>20"], fill=PatternFill(bgColor="FFC7CE")))
rule = DataValidation(type="decimal", operator="lessThan", formula1="_xldudf_MINE_HASHCOST($B$1,1)")
plan.add_data_validation(rule)
rule.add("B2")
chart = LineChart()
chart.add_data(Reference(plan, min_col=2, min_row=10, max_row=16), titles_from_data=True)
plan.add_chart(chart, "E2")
book.defined_names.append(DefinedName("Cost", attr_text="_xldudf_MINE_HASHCOST(Plan!$B$1,Plan!$B$2)"))
book.save(sys.argv[1])
