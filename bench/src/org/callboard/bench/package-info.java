/** What the scripts of {@code bench/} run: filling a database with a company as large as they come, and measuring it. */
package org.callboard.bench;
