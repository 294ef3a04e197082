package org.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check of replies is worth what it refuses. */
class ContractTest {

    private static final String CONTACT = """
            {"id":"0198c0de-0000-7000-8000-000000000001","contactId":"0198c0de-0000-7000-8000-000000000002",
             "referenceId":null,"type":"Phone","value":"937-555-0142","memo":null,
             "createdOn":"2026-11-25T14:30:00Z","createdBy":0,"modifiedOn":"2026-11-25T14:30:00.123456Z","modifiedBy":0}
            """;

    @BeforeEach
    void needsTheFile() {
        assumeTrue(Contract.isThere(), "the contract does not lie beside the project");
    }

    @Test
    void whatIsRightPasses() {
        assertThat(problems(CONTACT)).isEmpty();
    }

    @Test
    void whatIsWrongIsSeen() {
        assertThat(problems(CONTACT.replace("\"memo\"", "\"note\":1,\"memo\""))).hasSize(1);
        assertThat(problems(CONTACT.replace("\"createdBy\":0,", ""))).hasSize(1);
        assertThat(problems(CONTACT.replace("\"createdBy\":0", "\"createdBy\":\"0\"")))
                .hasSize(1);
        assertThat(problems(CONTACT.replace("\"937-555-0142\"", "null"))).hasSize(1);
        assertThat(problems(CONTACT.replace("Phone", "Pager"))).hasSize(1);
        assertThat(problems(CONTACT.replace("-0000-7000-8000-000000000001", "")))
                .hasSize(1);
        assertThat(problems(CONTACT.replace("2026-11-25T14:30:00Z", "yesterday")))
                .hasSize(1);
    }

    @Test
    void aNullStandsOnlyWhereTheContractAllowsIt() {
        String booking = """
                {"id":1,"source":"W","createdOn":"2026-11-25T14:30:00Z","name":"N","address":null,"customerType":null,
                 "start":"2026-11-25T14:30:00Z","summary":"","campaignId":null,"businessUnitId":null,
                 "isFirstTimeClient":true,"uploadedImages":null,"isSendConfirmationEmail":false,"status":"New",
                 "dismissingReasonId":null,"jobId":null,"externalId":"e","priority":null,"jobTypeId":null,
                 "bookingProviderId":1,"modifiedOn":"2026-11-25T14:30:00Z"}
                """;
        assertThat(Contract.problemsOf("Crm.V2.BookingResponse", booking)).isEmpty();
        assertThat(Contract.problemsOf(
                        "Crm.V2.BookingResponse", booking.replace("\"priority\":null", "\"priority\":\"Huge\"")))
                .isNotEmpty();
        assertThat(Contract.problemsOf(
                        "Crm.V2.BookingResponse", booking.replace("\"status\":\"New\"", "\"status\":null")))
                .isNotEmpty();
    }

    @Test
    void anAnswerIsHeldAgainstItsOwnOperation() {
        Contract.check("ContactMethods_GetContactMethod", 200, CONTACT);
        Contract.check("ContactMethods_DeleteContactMethod", 200, "");
        refuses("ContactMethods_DeleteContactMethod", 200, CONTACT);
        refuses("ContactMethods_GetContactMethod", 200, "");
        refuses("ContactMethods_GetContactMethod", 201, CONTACT);
        refuses("ContactMethods_GetContactMethod", 404, "{\"title\":\"Not found\"}");
        refuses("Contacts_Get", 200, CONTACT);
        refuses("Contacts_Invented", 200, CONTACT);
    }

    private static void refuses(String operation, int status, String body) {
        assertThatThrownBy(() -> Contract.check(operation, status, body)).isInstanceOf(AssertionError.class);
    }

    private static List<String> problems(String body) {
        return Contract.problemsOf("Crm.V2.ContactMethodResponse", body);
    }
}
