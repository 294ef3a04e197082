package org.callboard.leads;

import java.util.List;

/** A lead that is to be stored as it is. */
public record NewLead(LeadDetails details, List<Long> tagTypeIds) {}
