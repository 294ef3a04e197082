/**
 * Files for spreadsheets: read as programs really write them, their columns understood by their names, and written so that
 * nothing in them is computed.
 */
@NullMarked
package org.callboard.sheets;

import org.jspecify.annotations.NullMarked;
