package org.callboard.telephone;

import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallState;
import org.jspecify.annotations.Nullable;

/** What has become of a call of which something was told. */
record CallEventResponse(
        long id,
        @Nullable String callId,
        @Nullable CallState state,
        CallDesk desk,
        @Nullable Long callBackId) {

    static CallEventResponse from(Call call) {
        return new CallEventResponse(
                call.id(),
                call.externalId(),
                call.state(),
                call.desk(),
                call.handling().callBackId());
    }
}
