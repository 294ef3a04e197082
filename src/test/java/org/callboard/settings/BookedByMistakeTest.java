package org.callboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.jobreasons.JobCancelReason;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;

/** The reason that the undo of a booking gives is there whatever a company does, and nobody chooses it. */
class BookedByMistakeTest {

    private final TestTenant tenant = TestTenant.create();
    private final JobCancelReasons reasons = Server.bean(JobCancelReasons.class);

    @Test
    void itIsAddedOnceAndFoundByItsMark() {
        tenant.caller.run(() -> {
            JobCancelReason first = reasons.bookedByMistake(tenant.id);
            reasons.update(tenant.id, first.id(), new ReasonName("Oops"));
            reasons.activate(tenant.id, first.id(), false);
            assertThat(reasons.bookedByMistake(tenant.id).id()).isEqualTo(first.id());
            assertThat(reasons.all(tenant.id)).extracting(JobCancelReason::name).containsExactly("Oops");
        });
    }

    @Test
    void aReasonOfItsNameBecomesIt() {
        tenant.caller.run(() -> {
            JobCancelReason own = reasons.add(tenant.id, new ReasonName("booked by MISTAKE"));
            assertThat(reasons.bookedByMistake(tenant.id).id()).isEqualTo(own.id());
            reasons.add(tenant.id, new ReasonName("Weather"));
            assertThat(reasons.choices(tenant.id))
                    .extracting(JobCancelReason::name)
                    .isEqualTo(List.of("Weather"));
        });
    }
}
