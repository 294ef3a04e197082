package org.callboard.importrows;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as a spreadsheet counts: the line of names is usually 1
 */
public record StagedRow(int number, List<String> cells) {}
