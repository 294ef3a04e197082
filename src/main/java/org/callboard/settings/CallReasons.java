package org.callboard.settings;

import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.springframework.stereotype.Service;

/** The call reasons of a tenant. */
@Service
public class CallReasons extends Settings<CallReason, CallReason.Details> {

    CallReasons(CallReasonStore store, Changes changes) {
        super(store, changes, EntityKind.CALL_REASON);
    }
}
