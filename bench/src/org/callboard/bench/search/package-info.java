/**
 * What {@code bench/search} does: it asks a Callboard on a data set of {@code bench/seed} for people on record in every
 * way there is, notes each answer and what it took, and sets runs beside one another. It uses nothing that a change of
 * search would change, so that the same code measures before and after.
 */
package org.callboard.bench.search;
