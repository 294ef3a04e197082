package org.callboard.web.calls;

import java.util.Map;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.LeadPerson;
import org.callboard.mergedids.MergedIds;
import org.callboard.web.booking.BookJobForm;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;

/** Reads the dialog that makes a lead of an inquiry. */
final class LeadDialog {

    private static final Map<String, String> FIELDS = Map.of(
            "callReasonId", "leadReason",
            "followUpDate", "leadDate",
            "campaignId", "leadCampaign",
            "memo", "leadMemo",
            "leadCustomerName", "leadName");

    private LeadDialog() {}

    /** The field of the dialog for what making a lead calls it. */
    static String field(String path) {
        return FIELDS.getOrDefault(path, path);
    }

    /** What is asked of every inquiry; Invalid names what can't be read. */
    static ConvertToLead.Answer answer(Form form, Shell shell) {
        ConvertToLead.Answer answer = new ConvertToLead.Answer(
                form.id("leadReason"),
                shell.getDates().read(form, "leadDate"),
                form.id("leadCampaign"),
                form.raw("leadMemo"));
        form.refuseIfWrong();
        return answer;
    }

    /** What is asked of who is on the telephone, with what the form of jobs beside the dialog says of them. */
    static ConvertToLead.Asking asking(Form form) {
        MergedIds.Place at = BookJobForm.chosen(form);
        form.hiding("summary");
        LeadPerson person = LeadPerson.at(
                at.locationId() == null ? address(form) : null,
                form.text("leadName"),
                form.text("leadPhone"),
                form.text("email"));
        return new ConvertToLead.Asking(person, at, form.text("summary"));
    }

    /** What was typed of a new place; null where that is nothing but a country. */
    private static @Nullable Address address(Form form) {
        boolean typed = Stream.of("street", "unit", "city", "state", "zip").anyMatch(field -> form.text(field) != null);
        return typed
                ? new Address(
                        form.textOrEmpty("street"),
                        form.text("unit"),
                        form.textOrEmpty("city"),
                        form.textOrEmpty("state"),
                        form.textOrEmpty("zip"),
                        form.textOrEmpty("country"))
                : null;
    }
}
