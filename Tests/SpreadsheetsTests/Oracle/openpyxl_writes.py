"""Writes the workbook that OracleTests reads with openpyxl, an independent program: openpyxl_writes.py FILE"""
import datetime
import sys

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Emisii și energie"
sheet.append(["Sector", "Cantitate", "Pondere", "Zi", "Oră", "Activ", "Notă"])
sheet.append(["Clădiri", 2604017.25, 0.125, datetime.date(2021, 12, 31), datetime.time(8, 30), True, "a < b & c"])
sheet.append(["Transport", -5, 1, datetime.datetime(2022, 2, 28, 23, 59, 59), None, False, " spații "])
sheet["A4"] = CellRichText("gaz ", TextBlock(InlineFont(b=True), "natural"), " și cărbune")
sheet["B4"] = 1e-7
sheet["G4"] = "rând 1\nrând 2"
sheet["B6"] = "=SUM(B2:B4)"
sheet["A7"] = "#DIV/0!"
sheet["A7"].data_type = "e"
sheet.merge_cells("A9:C10")
sheet["A9"] = "unit"
sheet["XFD12"] = None
sheet["AB12"] = "departe"
sheet["C2"].number_format = "0.0%"
sheet["C3"].number_format = '0.00" %"'
sheet["D2"].number_format = "dd.mm.yyyy"
sheet["B5"] = 44561
sheet["B5"].number_format = '[$-418]d mmmm yyyy;@'
sheet["C5"] = 12
sheet["C5"].number_format = '0 "days"'

hidden = book.create_sheet("Ascunsă")
hidden.sheet_state = "hidden"
hidden["C3"] = 7
book.create_chartsheet("Grafic")
book.create_sheet("Goală")
book.save(sys.argv[1])

old = openpyxl.Workbook()
old.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
old.active["A1"] = datetime.date(2021, 12, 31)
old.save(sys.argv[1] + ".1904.xlsx")
