"""Changes cells of a workbook as another program does, and saves it each time: openpyxl keeps no value of a formula.

usage: workbook-change.py BOOK.xlsx CHANGES.json FOLDER
CHANGES is a list of lists of [sheet, cell, value]; the workbook with the first list changed is FOLDER/0.xlsx, and so on.
"""
import json
import sys

import openpyxl

book, changes, folder = sys.argv[1:]
with open(changes, encoding='utf-8') as file:
    lists = json.load(file)
for number, cells in enumerate(lists):
    workbook = openpyxl.load_workbook(book)
    for sheet, cell, value in cells:
        workbook[sheet][cell].value = value
    workbook.save(f'{folder}/{number}.xlsx')
