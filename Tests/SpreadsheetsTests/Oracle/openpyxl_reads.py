"""Prints as JSON what openpyxl, an independent program, reads in a workbook: openpyxl_reads.py FILE"""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = []
for sheet in book.worksheets:
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                value = cell.value.isoformat() if cell.is_date else cell.value
                cells[cell.coordinate] = {
                    "type": cell.data_type, "value": value if isinstance(value, str) else repr(value),
                    "format": cell.number_format, "bold": bool(cell.font.b),
                }
    widths = {name: round(column.width, 1) for name, column in sheet.column_dimensions.items()}
    sheets.append({"name": sheet.title, "cells": cells, "frozen": sheet.freeze_panes, "widths": widths})
properties = {
    "title": book.properties.title, "creator": book.properties.creator, "description": book.properties.description,
    "created": book.properties.created.isoformat(),
}
json.dump({"sheets": sheets, "properties": properties}, sys.stdout, sort_keys=True)
