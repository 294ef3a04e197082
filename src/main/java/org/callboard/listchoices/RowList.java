package org.callboard.listchoices;

import java.util.List;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.SheetLayout;

/**
 * A list as its rows are read: what it is of, the names of its columns, and what people say about it.
 *
 * @param formats how the company writes what stands in cells
 */
public record RowList(
        ImportKind kind, List<String> columns, SheetLayout layout, Choices choices, CompanyFormats formats) {}
