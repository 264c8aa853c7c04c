"""Fills in a workbook as a clerk at the keyboard does, by LibreOffice: a protected cell takes nothing.

usage: workbook-fill.py PORT BOOK.xlsx ENTRIES.json FILLED.xlsx
ENTRIES is a list of [sheet, cell, text]. Prints, as JSON, what LibreOffice says of each cell: what it shows before and after, whether it
is locked, how high its row has become, and what it takes.
"""
import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

port, book, entries, filled = sys.argv[1:]


def value(name, content):
    return PropertyValue(Name=name, Value=content)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(120):
        try:
            return resolver.resolve(f'uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext')
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit('LibreOffice does not answer')


context = connect()
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
dispatcher = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.DispatchHelper', context)
document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(book), '_blank', 0, ())
frame = document.CurrentController.Frame
told = []
with open(entries, encoding='utf-8') as file:
    jobs = json.load(file)
for sheet, name, text in jobs:
    cell = document.Sheets.getByName(sheet).getCellRangeByName(name)
    before = cell.String
    to = f"$'{sheet}'.{name}"
    dispatcher.executeDispatch(frame, '.uno:GoToCell', '', 0, (value('ToPoint', to),))
    dispatcher.executeDispatch(frame, '.uno:EnterString', '', 0, (value('StringName', text),))
    rule = cell.Validation
    told.append({
        'cell': f'{sheet}!{name}',
        'before': before,
        'after': cell.String,
        'locked': cell.CellProtection.IsLocked,
        'height': cell.Rows.getByIndex(0).Height,
        'type': rule.Type.value,
        'operator': rule.Operator.value if hasattr(rule, 'Operator') else rule.getOperator().value,
        'least': rule.getFormula1(),
        'most': rule.getFormula2(),
        'title': rule.ErrorTitle,
        'message': rule.ErrorMessage,
    })
document.storeToURL(uno.systemPathToFileUrl(filled), (value('FilterName', 'Calc MS Excel 2007 XML'),))
print(json.dumps(told, ensure_ascii=False), flush=True)
# The file is saved and told of by now, whatever LibreOffice does while it ends.
try:
    document.close(True)
    desktop.terminate()
except Exception:
    pass
