package org.callboard.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.bookings.BookingDetails;
import org.callboard.jobs.Priority;
import org.junit.jupiter.api.Test;

/** How a draft is settled: what it says stands, an inquiry says the rest, and then what is usual. */
class LeadDraftTest {

    private static final LeadPerson NOBODY = LeadPerson.UNKNOWN;
    private static final BookingDetails INQUIRY = new BookingDetails(
            "x-1",
            "Website",
            "Jordan Reyes",
            null,
            null,
            null,
            "The furnace is out",
            77L,
            20L,
            30L,
            Priority.High,
            null,
            null,
            false);

    private static LeadDraft draft(Long unit, Priority priority, String summary, LeadPerson person) {
        return new LeadDraft(
                null, null, unit, null, 1L, priority, summary, 2L, null, null, person, List.of(), null, null);
    }

    @Test
    void withoutAnInquiryThePriorityIsNormal() {
        LeadDetails lead = draft(null, null, null, NOBODY).settled(5L, 6L);
        assertThat(lead)
                .isEqualTo(new LeadDetails(
                        5L, 6L, 1, Priority.Normal, null, null, null, 2L, null, null, NOBODY, null, null));
    }

    @Test
    void anInquirySaysWhatTheDraftLeavesOpen() {
        LeadPerson asking =
                new LeadPerson("Jordan Reyes", "937-555-0142", null, "12 Oak St", null, null, null, null, null);
        LeadDetails lead = draft(null, null, null, NOBODY).settled(null, null, INQUIRY, asking);
        assertThat(lead)
                .isEqualTo(new LeadDetails(
                        null,
                        null,
                        1,
                        Priority.High,
                        20L,
                        30L,
                        "The furnace is out",
                        2L,
                        null,
                        null,
                        asking,
                        null,
                        null));
    }

    @Test
    void whatTheDraftSaysStands() {
        LeadPerson own = new LeadPerson("J. Reyes", null, null, null, null, "Dayton", null, null, null);
        LeadPerson asking =
                new LeadPerson("Jordan Reyes", "937-555-0142", null, "12 Oak St", null, null, null, null, null);
        LeadDetails lead = draft(21L, Priority.Urgent, "Two heat pumps", own).settled(null, null, INQUIRY, asking);
        assertThat(lead.campaignId()).as("an inquiry's is not asked for").isEqualTo(1);
        assertThat(lead.businessUnitId()).isEqualTo(21);
        assertThat(lead.jobTypeId()).isEqualTo(30);
        assertThat(lead.priority()).isEqualTo(Priority.Urgent);
        assertThat(lead.summary()).isEqualTo("Two heat pumps");
        assertThat(lead.person())
                .as("an address is one piece")
                .isEqualTo(new LeadPerson("J. Reyes", "937-555-0142", null, null, null, "Dayton", null, null, null));
    }
}
