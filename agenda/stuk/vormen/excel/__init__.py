"""The agenda as a workbook."""
