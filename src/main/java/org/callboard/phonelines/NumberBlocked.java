package org.callboard.phonelines;

/** A number was blocked; published in the transaction. */
public record NumberBlocked(long tenant, String number) {}
