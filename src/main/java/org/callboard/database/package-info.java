/** The way to the database: pools and roles, the company on each connection, records from rows and rows from records, what to do in an outage, dumps. */
@NullMarked
package org.callboard.database;

import org.jspecify.annotations.NullMarked;
