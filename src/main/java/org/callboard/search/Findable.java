package org.callboard.search;

import org.callboard.addresses.Address;

/** What a customer or location is found by, beside its id and its contacts. */
public record Findable(String name, Address address) {}
