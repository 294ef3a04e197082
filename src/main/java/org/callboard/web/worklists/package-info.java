/** The lists of jobs, appointments and invoices, and their files. */
@NullMarked
package org.callboard.web.worklists;

import org.jspecify.annotations.NullMarked;
