package org.callboard.leads;

import org.jspecify.annotations.Nullable;

/**
 * A lead that is to be stored as it is.
 *
 * @param phoneNormalized the E.164 of its number, as the company's country reads it; null where it can't be read
 */
public record NewLead(LeadDraft draft, @Nullable String phoneNormalized) {}
