package org.callboard.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead that is to be stored as it is.
 *
 * @param leadPhoneNormalized the E.164 of its number, as the company's country reads it; null where it can't be read
 */
public record NewLead(
        LeadDetails details,
        List<Long> tagTypeIds,
        @Nullable String leadPhoneNormalized) {}
