/** What people say of a list, and what of a company decides how its rows are read. */
@NullMarked
package org.callboard.listchoices;

import org.jspecify.annotations.NullMarked;
