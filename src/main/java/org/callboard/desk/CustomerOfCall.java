package org.callboard.desk;

import org.callboard.calls.Calls;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.mergedids.MergedIds;
import org.springframework.stereotype.Service;

/** Knows whom a call turned out to be about. */
@Service
public class CustomerOfCall {

    private final Calls calls;
    private final Leads leads;

    CustomerOfCall(Calls calls, Leads leads) {
        this.calls = calls;
        this.leads = leads;
    }

    /** Whom it is about, else whose lead came of it last; both null where nobody knows. NotFound where there is no such call. */
    public MergedIds.Place of(long tenant, long call) {
        MergedIds.Place about = calls.get(tenant, call).handling().about();
        if (about.customerId() != null) {
            return about;
        }
        return leads.ofCall(tenant, call).stream()
                .map(Lead::details)
                .filter(lead -> lead.customerId() != null)
                .findFirst()
                .map(lead -> new MergedIds.Place(lead.customerId(), lead.locationId()))
                .orElse(about);
    }
}
