package org.callboard.web.calls;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.leads.ConvertToLead;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.web.QuickDates;
import org.jspecify.annotations.Nullable;

/** What the dialog asks when an inquiry becomes a lead, exactly as typed. */
record LeadAnswer(
        @Nullable String leadReason,
        @Nullable String leadDate,
        @Nullable String leadCampaign,
        @Nullable String leadMemo) {

    ConvertToLead.Answer read(QuickDates dates, FieldErrors errors) {
        return new ConvertToLead.Answer(
                id(leadReason), dates.read(leadDate, "followUpDate", errors), id(leadCampaign), leadMemo);
    }

    /** The same refusal, with its fields named as this dialog's. */
    static Refusal named(Refusal problem) {
        if (!(problem instanceof Invalid)) {
            return problem;
        }
        Map<String, List<String>> errors = new TreeMap<>();
        problem.errors().forEach((field, sentences) -> errors.put("lead." + field, sentences));
        return new Invalid(errors);
    }

    private static @Nullable Long id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
