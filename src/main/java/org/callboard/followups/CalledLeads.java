package org.callboard.followups;

import java.util.Objects;
import org.callboard.calls.Call;
import org.callboard.calls.CallChanged;
import org.callboard.calls.CallDirection;
import org.callboard.calls.Calls;
import org.callboard.leads.Leads;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ties calls in which the office called to the open lead of that number, in the transaction of the call, which holds its row.
 * Where several leads have it nobody said which is meant, and it is tied to none.
 */
@Component
class CalledLeads {

    private final Leads leads;
    private final Calls calls;

    CalledLeads(Leads leads, Calls calls) {
        this.leads = leads;
        this.calls = calls;
    }

    @EventListener
    void follow(CallChanged change) {
        Call call = change.after();
        Long tied = call.handling().tiedLeadId();
        String number = call.number();
        if (call.direction() == CallDirection.Inbound) {
            if (tied != null) { // it was thought to go out
                calls.tieToLead(change.tenant(), call.id(), null);
            }
        } else if (number != null && isToldAnew(change)) {
            Long lead = leads.onlyOpen(change.tenant(), number, call.telephone().receivedOn())
                    .orElse(null);
            if (!Objects.equals(lead, tied)) {
                calls.tieToLead(change.tenant(), call.id(), lead);
            }
        }
    }

    /** Whether it is known only now who called whom: what becomes of leads later says nothing of the call. */
    private static boolean isToldAnew(CallChanged change) {
        Call before = change.before();
        return before == null
                || before.direction() != change.after().direction()
                || !Objects.equals(before.number(), change.after().number());
    }
}
