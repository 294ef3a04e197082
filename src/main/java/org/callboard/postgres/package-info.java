/** The embedded PostgreSQL server: finding it, making its cluster, starting and stopping it. */
@NullMarked
package org.callboard.postgres;

import org.jspecify.annotations.NullMarked;
